import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import type { LegalDate } from '@app/kernel';
import { Notices, type NoticeTemplate } from '@app/notices';
import type { Tx } from '@app/platform';
import { isHub } from '../domain/filing.policy.js';
import { Keepers } from './keepers.js';

/** A filed group as a notice names it. */
export interface ToldGroup {
  readonly subjectId: string;
  readonly filingNumber: string;
  readonly name: string;
  readonly office: string;
}

/** Tells offices and those who keep a group what concerns them. */
@Injectable()
export class TellOfFilings {
  constructor(
    private readonly notices: Notices,
    private readonly principals: PrincipalQueries,
    private readonly keepers: Keepers,
  ) {}

  /** A hub has filed a group: the street where it meets and the registrar of the district are told. */
  async offices(
    tx: Tx,
    { name, division }: { readonly name: string; readonly division: string },
    filingNumber: string,
  ): Promise<void> {
    for (const accountId of await this.placeOf(tx, division)) {
      await this.send(tx, accountId, 'filing-told', name, filingNumber);
    }
  }

  /** The same of many at once: their number, and where they are listed. */
  async manyFiled(tx: Tx, hub: string, division: string, count: number): Promise<void> {
    const data = { title: `${hub}批量备案的${count}个社会组织` };
    const resource = `/api/v1/filed-groups?route=HUB&division=${division}`;
    for (const accountId of await this.placeOf(tx, division)) {
      await this.notices.send(tx, { accountId, template: 'filing-told', data, resource });
    }
  }

  /** Its filing falls due: who keeps it and its office are told. */
  async reviewDue(tx: Tx, group: ToldGroup, lastDay: LegalDate): Promise<void> {
    const role = isHub(group.office) ? 'HUB_OFFICER' : 'STREET_OFFICER';
    const office = await this.principals.holdersOf(tx, role, group.office);
    for (const accountId of new Set([...(await this.keepers.of(group.subjectId, tx)), ...office])) {
      await this.send(tx, accountId, 'filing-review-due', group.name, group.filingNumber, lastDay);
    }
  }

  /** Filings have ended: who keeps them is told. */
  async ended(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    const groups = await tx.rows<ToldGroup>(
      `SELECT subject_id AS "subjectId", filing_number AS "filingNumber", name, office FROM filing.filed_group
        WHERE subject_id = ANY($1::uuid[])`,
      [subjectIds],
    );
    for (const { subjectId, name, filingNumber } of groups) {
      for (const accountId of await this.keepers.of(subjectId, tx)) {
        await this.send(tx, accountId, 'filing-ended', name, filingNumber);
      }
    }
  }

  /** Who looks after a place: its street or township, and the registrar of the district. */
  private async placeOf(tx: Tx, division: string): Promise<ReadonlySet<string>> {
    const street = await this.principals.holdersOf(tx, 'STREET_OFFICER', division);
    return new Set([...street, ...(await this.registrarOf(tx, division))]);
  }

  /** The acceptance officers of the district; where it has none, those of the city. */
  private async registrarOf(tx: Tx, street: string): Promise<string[]> {
    const district = await this.principals.holdersOf(tx, 'ACCEPTANCE_OFFICER', street.slice(0, 6));
    if (district.length > 0) return district;
    return this.principals.holdersOf(tx, 'ACCEPTANCE_OFFICER', `${street.slice(0, 2)}0000`);
  }

  private async send(
    tx: Tx,
    accountId: string,
    template: NoticeTemplate,
    title: string,
    filingNumber: string,
    lastDay?: LegalDate,
  ): Promise<void> {
    const data = lastDay === undefined ? { title } : { title, lastDay };
    await this.notices.send(tx, { accountId, template, data, resource: `/api/v1/public/filings/${filingNumber}` });
  }
}
