import { Injectable } from '@nestjs/common';
import { holds, type Principal } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { itemHistories, noSuchOrganization, RegisterQueries } from '@app/register';
import { assigns, maySeeDesk } from '../../domain/hub.policy.js';
import { Hubs } from '../hubs.js';

export interface HubPeriod {
  readonly relation: 'PRIMARY' | 'RELATED';
  readonly hub: string;
  readonly from: LegalDate;
  readonly until: LegalDate | null;
}

export interface OrganizationHubs {
  readonly creditCode: string;
  readonly primary: string | null;
  readonly related: readonly string[];
  readonly history: readonly HubPeriod[];
}

/** Which hubs an organization belongs to and belonged to, from which day to which. */
@Injectable()
export class OrganizationHubsQueries {
  constructor(
    private readonly register: RegisterQueries,
    private readonly hubs: Hubs,
  ) {}

  /** @throws NotFound for who neither speaks for it, assigns for its registrar, audits, nor sees a desk of one of its hubs. */
  async read(creditCode: string, reader: Principal): Promise<OrganizationHubs> {
    const { state, entries } = await this.register.recorded(creditCode);
    const primary = state.primaryHub ?? null;
    const related = (state.relatedHubs ?? []).map(({ hub }) => hub);
    const named = [...(primary ? [primary] : []), ...related];
    if (!(await this.maySee(reader, creditCode, state.authority, named))) throw noSuchOrganization();
    const history = itemHistories(entries).flatMap(({ field, values }): HubPeriod[] => {
      if (field === 'primaryHub')
        return values.map(({ value, from, until }) => ({ relation: 'PRIMARY', hub: String(value), from, until }));
      if (!field.startsWith('related-hub:')) return [];
      return values.map(({ value, from, until }) => ({
        relation: 'RELATED',
        hub: (value as { hub: string }).hub,
        from,
        until,
      }));
    });
    return { creditCode, primary, related, history: history.sort((a, b) => (a.from < b.from ? -1 : 1)) };
  }

  private async maySee(
    reader: Principal,
    creditCode: string,
    authority: string,
    named: readonly string[],
  ): Promise<boolean> {
    if (holds(reader, 'AUDITOR') || assigns(reader, authority) || holds(reader, 'ORGANIZATION_AGENT', creditCode))
      return true;
    const hubs = await Promise.all(named.map((code) => this.hubs.find(code)));
    return hubs.some((hub) => hub !== undefined && maySeeDesk(reader, hub));
  }
}
