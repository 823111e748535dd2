import { Injectable } from '@nestjs/common';
import { Clock } from '@app/platform';
import type { FieldDifference, Moment } from '@app/register';
import { publicDifference } from '../domain/public-difference.js';
import { publicHistory, type PublicItemHistory } from '../domain/public-history.js';
import { nothingRegistered, OrganizationEntries } from './organization-entries.js';

/** How the public file of one organization came to be what it is. */
@Injectable()
export class PublicPast {
  constructor(
    private readonly organizations: OrganizationEntries,
    private readonly clock: Clock,
  ) {}

  /**
   * Each registered item by legal date, or the one of `field`.
   * @throws NotFound when there is no such organization, or nothing was known of it at that instant.
   */
  async history(
    creditCode: string,
    { field, knownAt }: { field?: string; knownAt?: Date },
  ): Promise<PublicItemHistory[]> {
    const { entries, nameOf } = await this.organizations.of(creditCode);
    const items = publicHistory(entries, knownAt, nameOf);
    if (items.length === 0) throw nothingRegistered();
    return items.filter((item) => field === undefined || item.field === field);
  }

  /**
   * What the public file said otherwise at two moments; today and now where they do not say.
   * @throws NotFound when there is no such organization, or nothing stood at one of them.
   */
  async difference(
    creditCode: string,
    { from, to }: { from: Partial<Moment>; to: Partial<Moment> },
  ): Promise<{ from: Moment; to: Moment; items: FieldDifference[] }> {
    const { entries, nameOf } = await this.organizations.of(creditCode);
    const today = this.clock.today();
    const [before, after] = [from, to].map(({ asOf, knownAt }): Moment => ({ asOf: asOf ?? today, knownAt }));
    const items = publicDifference(entries, before, after, nameOf);
    if (!items) throw nothingRegistered();
    return { from: before, to: after, items };
  }
}
