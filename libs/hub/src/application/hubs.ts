import { Injectable } from '@nestjs/common';
import { holds, scopesOf, type Principal } from '@app/access';
import { ActionNotAllowed, NotFound, NotPermitted } from '@app/kernel';
import { Reads, type Sql, type Tx } from '@app/platform';
import { maySeeDesk, runsDesk } from '../domain/hub.policy.js';
import type { TreeHub } from '../domain/governance/nomination.js';

export interface KnownHub extends TreeHub {
  readonly subjectId: string;
  /** Codes of the hubs that stand above it, nearest first. */
  readonly above: readonly string[];
}

const COLUMNS = `h.subject_id AS "subjectId", h.code, h.name, h.tier, h.division, h.parent, h.standing,
  ARRAY(WITH RECURSIVE up AS (
          SELECT h.parent AS code, 1 AS step
          UNION ALL SELECT p.parent, step + 1 FROM register.hub p JOIN up ON p.code = up.code WHERE step < 9)
        SELECT up.code FROM up JOIN register.hub stands USING (code) WHERE stands.standing <> 'WITHDRAWN' ORDER BY step) AS above`;

/** The hubs as the register has them now, and who may see or run their desks. */
@Injectable()
export class Hubs {
  constructor(private readonly reads: Reads) {}

  async find(code: string, sql: Sql = this.reads): Promise<KnownHub | undefined> {
    return (await sql.rows<KnownHub>(`SELECT ${COLUMNS} FROM register.hub h WHERE h.code = $1`, [code])).at(0);
  }

  /** @throws NotFound */
  async get(code: string, sql: Sql = this.reads): Promise<KnownHub> {
    const hub = await this.find(code, sql);
    if (!hub) throw new NotFound({ zh: '没有此编号的枢纽型社会组织', en: 'No hub has this code' });
    return hub;
  }

  /** The desk of a hub for somebody who may see it. @throws NotFound for everybody else. */
  async desk(code: string, reader: Principal, sql: Sql = this.reads): Promise<KnownHub> {
    const hub = await this.find(code, sql);
    if (!hub || !maySeeDesk(reader, hub)) throw new NotFound();
    return hub;
  }

  /** True when what an organization asked of a hub is the reader's to know of: its agent's, and whose the desk is to see. */
  async concerns(
    reader: Principal,
    { hub: code, creditCode }: { readonly hub: string; readonly creditCode: string },
    sql: Sql,
  ): Promise<boolean> {
    if (holds(reader, 'ORGANIZATION_AGENT', creditCode)) return true;
    const hub = await this.find(code, sql);
    return hub !== undefined && maySeeDesk(reader, hub);
  }

  /**
   * The desk for its own officer, who is about to act for it.
   * @throws NotFound, NotPermitted to who may only look, ActionNotAllowed once the hub is withdrawn.
   */
  async run(code: string, officer: Principal, sql: Sql): Promise<KnownHub> {
    const hub = await this.desk(code, officer, sql);
    if (!runsDesk(officer, code)) throw new NotPermitted({ zh: '您不是本枢纽人员', en: 'You do not act for this hub' });
    if (hub.standing === 'WITHDRAWN') {
      throw new ActionNotAllowed([], { zh: '该枢纽已被取消认定', en: 'The recognition of this hub was withdrawn' });
    }
    return hub;
  }

  /** The hubs for which somebody acts, and all below them. */
  async reachOf(officer: Principal, sql: Sql = this.reads): Promise<string[]> {
    const held = scopesOf(officer, 'HUB_OFFICER');
    if (held.length === 0) return [];
    const rows = await sql.rows<{ code: string }>(
      `WITH RECURSIVE below AS (
         SELECT code FROM register.hub WHERE code = ANY($1::text[])
         UNION SELECT h.code FROM register.hub h JOIN below ON h.parent = below.code)
       SELECT code FROM below`,
      [held],
    );
    return rows.map(({ code }) => code);
  }

  /**
   * Holds hubs as they stand until the transaction ends: who is assigned to one, or placed below it, is not overtaken by its
   * withdrawal.
   */
  async hold(tx: Tx, codes: readonly string[]): Promise<void> {
    await tx.rows(
      `SELECT 1 FROM register.subject s JOIN register.hub h ON h.subject_id = s.id
        WHERE h.code = ANY($1::text[]) ORDER BY s.id FOR SHARE OF s`,
      [codes],
    );
  }

  /** All that stand, by code: what may be proposed or assigned. */
  async standing(sql: Sql = this.reads): Promise<ReadonlyMap<string, TreeHub>> {
    const rows = await sql.rows<TreeHub>(
      `SELECT code, name, tier, division, parent, standing FROM register.hub WHERE standing <> 'WITHDRAWN'`,
    );
    return new Map(rows.map((hub) => [hub.code, hub]));
  }
}
