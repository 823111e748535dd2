import type { Kind } from '@app/register';
import type { EstablishmentFacts } from '../establishment.facts.js';
import { divisionForms, PROVINCES, shortProvince } from './division-name.js';
import { FIELD_WORDS, NAME_FORMS } from './name-forms.table.js';

/** The parts of a name in their order (令69号 第八条); a part that was not found is absent. */
export interface NameStructure {
  /** 行政区划 as the name writes it. */
  readonly division?: string;
  /** What stands between division and form. */
  readonly core: string;
  /** 字号, where a known field word ends the core and leaves something before it; else an officer splits. */
  readonly brand?: string;
  /** 行(事)业领域 or 会员组成; the whole core of a 社会团体. */
  readonly field?: string;
  /** 原籍地 of an 异地商会, as the name writes it. */
  readonly origin?: string;
  /** 组织形式 */
  readonly form?: string;
}

type Named = Pick<EstablishmentFacts, 'kind' | 'name' | 'authorityLevel' | 'authorityNames'>;

/** Splits a name by the registrar's divisions and the forms of its kind. */
export function nameStructure({ kind, name, authorityLevel, authorityNames }: Named): NameStructure {
  const text = normalName(name);
  const division = divisionForms(authorityLevel, authorityNames).find((form) => text.startsWith(form));
  const rest = text.slice(division?.length ?? 0);
  const form = formOf(kind, rest);
  const core = form === undefined ? rest : rest.slice(0, -form.length);
  return {
    ...(division === undefined ? {} : { division }),
    core,
    ...(kind === 'SOCIAL_GROUP' ? groupParts(core, form) : brandParts(core)),
    ...(form === undefined ? {} : { form }),
  };
}

/** NFKC without spaces at the ends: full-width letters and brackets compare as their plain forms. */
export function normalName(name: string): string {
  return name.normalize('NFKC').trim();
}

/** The longest form that ends the name, over all the kind's forms; what is left may be nothing. */
function formOf(kind: Kind, text: string): string | undefined {
  return [...NAME_FORMS[kind].value.forms].sort((a, b) => b.length - a.length).find((form) => text.endsWith(form));
}

function groupParts(core: string, form: string | undefined): Pick<NameStructure, 'field' | 'origin'> {
  const places = PROVINCES.flatMap((province) => [province, shortProvince(province)]);
  if (form === '商会' && places.includes(core)) return { origin: core };
  return core === '' ? {} : { field: core };
}

function brandParts(core: string): Pick<NameStructure, 'brand' | 'field'> {
  const field = [...FIELD_WORDS].sort((a, b) => b.length - a.length).find((word) => core.endsWith(word));
  if (field === undefined) return {};
  const brand = core.slice(0, -field.length);
  return brand === '' || FIELD_WORDS.includes(brand) ? { field: core } : { brand, field };
}
