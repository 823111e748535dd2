import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { RuleViolated, violationOf, type LegalDate } from '@app/kernel';
import { Reads, type Page, type Tx } from '@app/platform';
import { HUB_SERVICE } from '../../domain/desk/desk.table.js';
import { Hubs } from '../hubs.js';
import { DeskMembers } from './desk-members.js';

export interface GuidanceNote {
  readonly id: string;
  readonly hub: string;
  readonly creditCode: string;
  readonly heldOn: LegalDate;
  readonly topic: string;
  readonly note: string;
}

const COLUMNS = `g.id, g.hub, g.credit_code AS "creditCode", g.held_on::text AS "heldOn", g.topic, g.note`;

/** Notes on the guidance that a hub gave a member (业务指导). They are never changed; a later one says more. */
@Injectable()
export class Guidance {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly members: DeskMembers,
    private readonly audit: Audit,
  ) {}

  /** @throws RuleViolated for who is no member, or a day that has not come. */
  async write(tx: Tx, by: Principal, code: string, note: Omit<GuidanceNote, 'id' | 'hub'>): Promise<GuidanceNote> {
    await this.hubs.run(code, by, tx);
    await this.members.require(code, [note.creditCode], () => '/creditCode', tx);
    if (note.heldOn > tx.today) {
      const [zh, en] = ['指导日期不得晚于今日', 'Guidance was given on a day that has come'];
      throw new RuleViolated([violationOf(HUB_SERVICE, '/heldOn', zh, en)]);
    }
    const id = randomUUID();
    await tx.execute(
      `INSERT INTO hub.guidance_note (id, hub, credit_code, held_on, topic, note, written_by, written_on)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, code, note.creditCode, note.heldOn, note.topic, note.note, by.accountId, tx.today],
    );
    const detail = { hub: code, creditCode: note.creditCode };
    await this.audit.record(tx, { action: 'hub.write-guidance', subjectType: 'guidance-note', subjectId: id, detail });
    tx.resource = `/api/v1/hubs/${code}/guidance-notes`;
    return { id, hub: code, ...note };
  }

  /** Newest first. @throws NotFound where the desk is not the reader's to see. */
  async list(
    reader: Principal,
    code: string,
    { creditCode, limit, cursor }: { creditCode?: string; limit: number; cursor?: string },
  ): Promise<Page<GuidanceNote>> {
    await this.hubs.desk(code, reader);
    const where = 'g.hub = $1 AND ($2::text IS NULL OR g.credit_code = $2)';
    const keys = [
      { sql: 'g.held_on', type: 'date' },
      { sql: 'g.id', type: 'uuid' },
    ] as const;
    const parameters = [code, creditCode ?? null];
    const source = { columns: COLUMNS, from: 'hub.guidance_note g', where, parameters, keys, descending: true };
    return this.reads.page(source, { limit, cursor });
  }
}
