import { normalizeResidentId, residentIdDefects, type LegalDate } from '@app/kernel';
import type { Application, ApplicationPerson, Surroundings } from './application.js';
import type { EstablishmentFacts, PersonFacts } from './establishment.facts.js';

/** Passports and permits: letters and digits; their own checks are not public. */
const OTHER_DOCUMENT = /^[A-Z0-9()]{5,20}$/i;
const RESIDENT_ID = /^\d{17}[\dX]$/i;
/** Below this age nobody has full capacity; from it on, one who lives on his own work may (民法典 第十八条第二款, from memory). */
const CAPACITY_AGE = 16;

/** The organizations that the register knows somebody to represent, by name. */
export interface KnownOffices {
  readonly socialGroups: readonly string[];
  readonly others: readonly string[];
}

/** The application as the rules see it; `offices` tells of each leader what the register knows. */
export function factsOf(
  application: Application,
  surroundings: Surroundings,
  on: LegalDate,
  offices: readonly KnownOffices[] = [],
): EstablishmentFacts {
  const { initiators, leaders, documents, ...content } = application;
  return {
    ...content,
    ...surroundings,
    documents: documents.map(({ kind }) => kind),
    initiators: initiators.map((person) => personFacts(person, on)),
    leaders: leaders.map((leader, index) => ({
      ...personFacts(leader, on, offices[index]),
      post: leader.post,
      legalRepresentative: leader.legalRepresentative,
    })),
  };
}

/** A person as the rules see him. What the register knows goes before what he declares of himself. */
export function personFacts(person: ApplicationPerson, on: LegalDate, known?: KnownOffices): PersonFacts {
  const { name, residency, declarations } = person;
  const documentValid = isDocumentValid(person, on);
  // What the document itself says goes before what its bearer declares.
  const fullCivilCapacity = declarations.fullCivilCapacity && !(documentValid && isChild(person, on));
  const representsSocialGroups = [...new Set([...declarations.representsSocialGroups, ...(known?.socialGroups ?? [])])];
  const representsOthers = [...new Set([...declarations.representsOthers, ...(known?.others ?? [])])];
  return {
    name,
    residency,
    documentValid,
    declarations: { ...declarations, fullCivilCapacity, representsSocialGroups, representsOthers },
  };
}

/** A mainland resident has a resident identity card, and its number may not come in as that of another document. */
function isDocumentValid({ residency, idKind, idNumber }: ApplicationPerson, on: LegalDate): boolean {
  const number = idNumber.normalize('NFKC').trim();
  if (idKind === 'RESIDENT_ID') return residentIdDefects(number, on).length === 0;
  return residency !== 'MAINLAND' && OTHER_DOCUMENT.test(number) && !RESIDENT_ID.test(number);
}

function isChild({ idKind, idNumber }: ApplicationPerson, on: LegalDate): boolean {
  if (idKind !== 'RESIDENT_ID') return false;
  const born = normalizeResidentId(idNumber).slice(6, 14);
  return Number(on.replaceAll('-', '')) - Number(born) < CAPACITY_AGE * 10_000;
}
