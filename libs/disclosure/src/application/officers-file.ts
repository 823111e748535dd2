import { Injectable } from '@nestjs/common';
import { PrincipalQueries, type Principal } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Clock } from '@app/platform';
import { foldAll, noSuchOrganization } from '@app/register';
import { mayReadFile } from '../domain/file.policy.js';
import { officersEntry, officersState, type OfficersEntry, type OfficersState } from '../domain/officers-view.js';
import { nothingRegistered, OrganizationEntries, type OrganizationHistory } from './organization-entries.js';
import { Places, type PlaceNames } from './place-names.js';

export interface OfficersFile extends OfficersState, PlaceNames {
  readonly asOf: LegalDate;
}

/** The file of one organization as the office reads it, at any moment, and its entries with who recorded them. */
@Injectable()
export class OfficersFiles {
  constructor(
    private readonly organizations: OrganizationEntries,
    private readonly places: Places,
    private readonly principals: PrincipalQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when there is no such organization, it is not the reader's to read, or nothing stood then. */
  async read(
    creditCode: string,
    reader: Principal,
    moment: { asOf?: LegalDate; knownAt?: Date },
  ): Promise<OfficersFile> {
    const { entries, nameOf } = await this.readable(creditCode, reader);
    const asOf = moment.asOf ?? this.clock.today();
    const file = officersState(entries, { asOf, knownAt: moment.knownAt }, nameOf);
    if (!file) throw nothingRegistered();
    return { ...file, asOf, ...(await this.places.of(file.state)) };
  }

  /** The entries, oldest first. @throws NotFound as `read` does. */
  async entries(creditCode: string, reader: Principal): Promise<OfficersEntry[]> {
    const { entries, nameOf } = await this.readable(creditCode, reader);
    const recorders = entries.flatMap(({ recordedBy }) => recordedBy ?? []);
    const usernames = await this.principals.usernames([...new Set(recorders)]);
    return entries.map((entry) => officersEntry(entry, nameOf, usernames));
  }

  private async readable(creditCode: string, reader: Principal): Promise<OrganizationHistory> {
    const history = await this.organizations.of(creditCode);
    // Who registered it now: an office that gave it away does not go on reading.
    const authority = String(foldAll(history.entries)?.authority);
    if (!mayReadFile(reader, authority)) throw noSuchOrganization();
    return history;
  }
}
