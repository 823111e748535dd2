import { canonicalJson } from '@app/kernel';
import type { OrganizationState } from '@app/register';
import { changedItems } from './change.matter.js';
import type { FiledMatter } from './matter-content.js';

/** One thing that a matter would change: an item, or an article of the charter; null where there is none. */
export interface Compared {
  readonly item: string;
  readonly before: string | number | null;
  readonly after: string | number | null;
}

/** 变更前后对照: what stands beside what is asked for, only where they differ. */
export function sideBySide(
  { change, charter, people }: Pick<FiledMatter, 'change' | 'charter' | 'people'>,
  organization: OrganizationState,
  standing: { readonly charter?: string; readonly representative?: string },
): Compared[] {
  const items = Object.entries(changedItems(change ?? {}, organization)).map(([item, after]) => ({
    item,
    before: (organization[item as keyof OrganizationState] as string | number | undefined) ?? null,
    after: after as string | number,
  }));
  const { supervisingUnit } = organization;
  const released =
    change?.endsSupervision && supervisingUnit !== undefined
      ? [{ item: 'supervisingUnit', before: supervisingUnit, after: null }]
      : [];
  const next = change && people.length > 0 ? people[0].name : undefined;
  const representative =
    next === undefined ? [] : [{ item: 'legalRepresentative', before: standing.representative ?? null, after: next }];
  return [
    ...items,
    ...released,
    ...representative,
    ...(charter ? articleByArticle(standing.charter ?? '', charter.text) : []),
  ];
}

/** A number of a Chinese charter at the beginning of a line: 第一条, 第二十三条. */
const ARTICLE = /^第[零一二三四五六七八九十百]{1,8}条/;

/** The two charters by article; what comes before the first article is the preamble (序言). */
function articleByArticle(before: string, after: string): Compared[] {
  const [old, next] = [articles(before), articles(after)];
  return [...new Set([...old.keys(), ...next.keys()])]
    .map((item) => ({ item, before: old.get(item) ?? null, after: next.get(item) ?? null }))
    .filter((compared) => canonicalJson(compared.before) !== canonicalJson(compared.after));
}

function articles(text: string): Map<string, string> {
  const found = new Map<string, string[]>();
  let current = '序言';
  for (const line of text.split(/\r?\n/)) {
    const trimmed = line.trim();
    if (trimmed === '') continue;
    const heading = ARTICLE.exec(trimmed)?.[0];
    if (heading !== undefined) current = heading;
    const lines = found.get(current) ?? [];
    lines.push(heading === undefined ? trimmed : trimmed.slice(heading.length).trim());
    found.set(current, lines);
  }
  return new Map([...found].map(([item, lines]) => [item, lines.join('\n')]));
}
