import { Injectable } from '@nestjs/common';
import { NotFound, normalizeCreditCode, type LegalDate } from '@app/kernel';
import { Clock } from '@app/platform';
import { DivisionQueries, Persons, RegisterQueries, type Entry, type State } from '@app/register';
import { personsIn, publicEntry, publicState, type NameOf, type PublicEntry } from '../domain/public-view.js';

export interface PublicFile {
  readonly state: State;
  readonly authorityName: string;
  readonly divisionName: string;
  readonly asOf: LegalDate;
}

/** The public file of one organization, at any moment, and its entries. */
@Injectable()
export class PublicFiles {
  constructor(
    private readonly register: RegisterQueries,
    private readonly persons: Persons,
    private readonly divisions: DivisionQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is no such organization, or nothing stood at that moment. */
  async read(creditCode: string, moment: { asOf?: LegalDate; knownAt?: Date }): Promise<PublicFile> {
    const entries = await this.entries(creditCode);
    const asOf = moment.asOf ?? this.clock.today();
    const state = publicState(entries, { asOf, knownAt: moment.knownAt }, await this.namesFor(entries));
    if (!state) throw new NotFound({ zh: '该时点尚无登记', en: 'Nothing was registered at that moment' });
    const [authority, division] = await Promise.all(
      [state.authority, state.division].map((code) => this.divisions.namesTo(String(code))),
    );
    return { state, authorityName: authority.join('') || '民政部', divisionName: division.join(''), asOf };
  }

  /** The entries, oldest first. */
  async history(creditCode: string): Promise<PublicEntry[]> {
    const entries = await this.entries(creditCode);
    const nameOf = await this.namesFor(entries);
    return entries.map((entry) => publicEntry(entry, nameOf));
  }

  private async entries(creditCode: string): Promise<Entry[]> {
    const { subjectId } = await this.register.organizationByCode(normalizeCreditCode(creditCode));
    return this.register.entriesOf(subjectId);
  }

  private async namesFor(entries: readonly Entry[]): Promise<NameOf> {
    const names = await this.persons.names(entries.flatMap(({ difference }) => personsIn(difference)));
    return (person) => names.get(person) ?? null;
  }
}
