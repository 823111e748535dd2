import { Injectable } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { Clock } from '@app/platform';
import type { State } from '@app/register';
import { publicEntry, publicState, type PublicEntry } from '../domain/public-view.js';
import { nothingRegistered, OrganizationEntries } from './organization-entries.js';
import { Places, type PlaceNames } from './place-names.js';

export interface PublicFile extends PlaceNames {
  readonly state: State;
  readonly asOf: LegalDate;
}

/** The public file of one organization, at any moment, and its entries. */
@Injectable()
export class PublicFiles {
  constructor(
    private readonly organizations: OrganizationEntries,
    private readonly places: Places,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is no such organization, or nothing stood at that moment. */
  async read(creditCode: string, moment: { asOf?: LegalDate; knownAt?: Date }): Promise<PublicFile> {
    const { entries, nameOf } = await this.organizations.of(creditCode);
    const asOf = moment.asOf ?? this.clock.today();
    const state = publicState(entries, { asOf, knownAt: moment.knownAt }, nameOf);
    if (!state) throw nothingRegistered();
    return { state, asOf, ...(await this.places.of(state)) };
  }

  /** The entries, oldest first. */
  async entries(creditCode: string): Promise<PublicEntry[]> {
    const { entries, nameOf } = await this.organizations.of(creditCode);
    return entries.map((entry) => publicEntry(entry, nameOf));
  }
}
