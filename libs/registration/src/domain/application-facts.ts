import { normalizeResidentId, residentIdDefects, type LegalDate } from '@app/kernel';
import type { Application, ApplicationPerson, Surroundings } from './application.js';
import type { EstablishmentFacts, PersonFacts } from './establishment.facts.js';

/** Passports and permits: letters and digits; their own checks are not public. */
const OTHER_DOCUMENT = /^[A-Z0-9()]{5,20}$/i;
const RESIDENT_ID = /^\d{17}[\dX]$/i;
/** Below this age nobody has full capacity; from it on, one who lives on his own work may (民法典 第十八条第二款, from memory). */
const CAPACITY_AGE = 16;

/** The application as the rules see it. */
export function factsOf(application: Application, surroundings: Surroundings, on: LegalDate): EstablishmentFacts {
  const { initiators, leaders, documents, ...content } = application;
  return {
    ...content,
    ...surroundings,
    documents: documents.map(({ kind }) => kind),
    initiators: initiators.map((person) => personFacts(person, on)),
    leaders: leaders.map((leader) => ({
      ...personFacts(leader, on),
      post: leader.post,
      legalRepresentative: leader.legalRepresentative,
    })),
  };
}

function personFacts(person: ApplicationPerson, on: LegalDate): PersonFacts {
  const { name, residency, declarations } = person;
  const documentValid = isDocumentValid(person, on);
  // What the document itself says goes before what its bearer declares.
  const fullCivilCapacity = declarations.fullCivilCapacity && !(documentValid && isChild(person, on));
  return { name, residency, documentValid, declarations: { ...declarations, fullCivilCapacity } };
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
