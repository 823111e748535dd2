import { maskResidentId } from '@app/kernel';
import type { GroupPerson, GroupPersons } from './filing-content.js';

/** Persons as they are shown: numbers and telephones masked, the place of meeting as it is, to whom the case concerns. */
export function masked({ leader, administrators, offlineContact, meetingPlace }: GroupPersons): GroupPersons {
  return {
    leader: { ...maskPerson(leader), phone: maskPhone(leader.phone) },
    administrators: administrators.map(maskPerson),
    ...(offlineContact ? { offlineContact: { ...offlineContact, phone: maskPhone(offlineContact.phone) } } : {}),
    meetingPlace,
  };
}

/** Puts stored values back where somebody sends in the masked form that he was shown. */
export function unmasked(written: GroupPersons, stored: GroupPersons): GroupPersons {
  const known = [stored.leader, ...stored.administrators];
  const contact = written.offlineContact;
  return {
    ...written,
    leader: { ...unmaskPerson(written.leader, known), phone: unmaskPhone(written.leader.phone, stored.leader.phone) },
    administrators: written.administrators.map((person) => unmaskPerson(person, known)),
    ...(contact && stored.offlineContact
      ? { offlineContact: { ...contact, phone: unmaskPhone(contact.phone, stored.offlineContact.phone) } }
      : {}),
  };
}

function maskPerson<P extends GroupPerson>(person: P): P {
  return { ...person, idNumber: person.idNumber === '' ? '' : maskResidentId(person.idNumber) };
}

/** Two of one name whose numbers look alike when masked are nobody: the number must be written again. */
function unmaskPerson<P extends GroupPerson>(person: P, known: readonly GroupPerson[]): P {
  const meant = known.filter((other) => other.name === person.name && maskPerson(other).idNumber === person.idNumber);
  const numbers = new Set(meant.map(({ idNumber }) => idNumber));
  return numbers.size === 1 ? { ...person, idNumber: meant[0].idNumber } : person;
}

export function maskPhone(phone: string): string {
  return phone.length > 4 ? `${'*'.repeat(phone.length - 2)}${phone.slice(-2)}` : '*'.repeat(phone.length);
}

function unmaskPhone(written: string, stored: string): string {
  return written === maskPhone(stored) ? stored : written;
}

/** Telephones that a group is known by, put back where somebody sends in the masked form that he was shown. */
export function withKnownPhones(
  written: GroupPersons,
  known: { readonly leaderPhone: string; readonly offlineContact?: { readonly phone: string } },
): GroupPersons {
  const { leader, offlineContact: contact } = written;
  return {
    ...written,
    leader: { ...leader, phone: unmaskPhone(leader.phone, known.leaderPhone) },
    ...(contact && known.offlineContact
      ? { offlineContact: { ...contact, phone: unmaskPhone(contact.phone, known.offlineContact.phone) } }
      : {}),
  };
}
