import { canonicalJson, maskResidentId } from '@app/kernel';
import type { Application, ApplicationPerson, ApplicationPersons } from './application.js';

/** An application as it is shown: numbers of documents and phones masked. */
export function masked(application: Application): Application {
  const { initiators, leaders } = application;
  return { ...application, initiators: initiators.map(maskPerson), leaders: leaders.map(maskPerson) };
}

/**
 * Puts stored numbers back where somebody sends in the masked form that he was shown: who reads an
 * application, changes one line and writes it back must not lose the numbers he never saw.
 */
export function unmasked(written: Application, stored: ApplicationPersons): Application {
  const known = [...stored.initiators, ...stored.leaders];
  const { initiators, leaders } = written;
  return {
    ...written,
    initiators: initiators.map((person) => unmaskPerson(person, known)),
    leaders: leaders.map((person) => unmaskPerson(person, known)),
  };
}

/** The person as written, with the number that is stored for whom it means. */
export function unmaskPerson<P extends ApplicationPerson>(person: P, known: readonly ApplicationPerson[]): P {
  const same = meant(person, known);
  if (!same) return person;
  const phone = same.phone !== undefined && person.phone === maskPhone(same.phone) ? { phone: same.phone } : {};
  return { ...person, ...phone, idNumber: same.idNumber };
}

/**
 * The stored person whom a masked one means. Two of one name may look alike when masked (passports are
 * masked whole): then all else must be as it was, and where that does not tell them apart either,
 * nobody is meant and the number must be written again.
 */
function meant(person: ApplicationPerson, known: readonly ApplicationPerson[]): ApplicationPerson | undefined {
  const alike = known.filter((other) => other.name === person.name && maskPerson(other).idNumber === person.idNumber);
  if (new Set(alike.map(({ idNumber }) => idNumber)).size <= 1) return alike.at(0);
  const written = canonicalJson(person);
  const unchanged = alike.filter((other) => canonicalJson(maskPerson(other)) === written);
  return unchanged.length === 1 ? unchanged[0] : undefined;
}

export function maskPerson<P extends ApplicationPerson>(person: P): P {
  const phone = person.phone === undefined ? {} : { phone: maskPhone(person.phone) };
  return { ...person, ...phone, idNumber: person.idNumber === '' ? '' : maskResidentId(person.idNumber) };
}

function maskPhone(phone: string): string {
  return phone.length > 4 ? `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}` : '****';
}
