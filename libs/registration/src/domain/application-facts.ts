import { residentIdDefects, type LegalDate } from '@app/kernel';
import type { Application, ApplicationPerson, Surroundings } from './application.js';
import type { EstablishmentFacts, PersonFacts } from './establishment.facts.js';

/** Passports and permits: letters and digits; their own checks are not public. */
const OTHER_DOCUMENT = /^[A-Z0-9()]{5,20}$/i;

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

function personFacts(
  { name, residency, idKind, idNumber, declarations }: ApplicationPerson,
  on: LegalDate,
): PersonFacts {
  const documentValid =
    idKind === 'RESIDENT_ID'
      ? residentIdDefects(idNumber, on).length === 0
      : OTHER_DOCUMENT.test(idNumber.normalize('NFKC'));
  return { name, residency, documentValid, declarations };
}
