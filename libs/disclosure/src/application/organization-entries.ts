import { Injectable } from '@nestjs/common';
import { NotFound, normalizeCreditCode } from '@app/kernel';
import { Persons, RegisterQueries, type Entry } from '@app/register';
import { personsIn, type NameOf } from '../domain/public-view.js';

export interface OrganizationHistory {
  /** Oldest first. */
  readonly entries: readonly Entry[];
  /** The name of each person that they refer to. */
  readonly nameOf: NameOf;
}

/** What the register says of one organization, with the names that may be shown. */
@Injectable()
export class OrganizationEntries {
  constructor(
    private readonly register: RegisterQueries,
    private readonly persons: Persons,
  ) {}

  /** @throws NotFound when no organization has the code. */
  async of(creditCode: string): Promise<OrganizationHistory> {
    const { subjectId } = await this.register.recordedByCode(normalizeCreditCode(creditCode));
    const entries = await this.register.entriesOf(subjectId);
    const names = await this.persons.names(entries.flatMap(({ difference }) => personsIn(difference)));
    return { entries, nameOf: (person) => names.get(person) ?? null };
  }
}

/** Asked about a moment at which the register said nothing of the organization. */
export function nothingRegistered(): NotFound {
  return new NotFound({ zh: '该时点尚无登记', en: 'Nothing was registered at that moment' });
}
