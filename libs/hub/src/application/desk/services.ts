import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { ActionNotAllowed, NotFound, RuleViolated, violationOf, type LegalDate } from '@app/kernel';
import { Reads, requireVersion, type Page, type Sql, type Tx } from '@app/platform';
import { HUB_SERVICE } from '../../domain/desk/desk.table.js';
import { Hubs } from '../hubs.js';
import { DeskMembers } from './desk-members.js';

export const SERVICE_KINDS = ['TRAINING', 'CONSULTATION', 'PROJECT'] as const;
export type ServiceKind = (typeof SERVICE_KINDS)[number];

export interface Service {
  readonly id: string;
  readonly hub: string;
  readonly kind: ServiceKind;
  readonly title: string;
  readonly beginsOn: LegalDate;
  readonly endsOn: LegalDate;
  /** Codes of the members that took part. */
  readonly participants: readonly string[];
  readonly outcome: string | null;
  readonly completedOn: LegalDate | null;
  readonly publishedOn: LegalDate | null;
  readonly version: number;
}

export type NewService = Pick<Service, 'kind' | 'title' | 'beginsOn' | 'endsOn' | 'participants'>;

const COLUMNS = `s.id, s.hub, s.kind, s.title, s.begins_on::text AS "beginsOn", s.ends_on::text AS "endsOn", s.participants,
  s.outcome, s.completed_on::text AS "completedOn", s.published_on::text AS "publishedOn", s.version`;
const KEYS = [
  { sql: 's.begins_on', type: 'date' },
  { sql: 's.id', type: 'uuid' },
] as const;

/** The services that a hub gives its members (培训、咨询、项目), with what came of them. */
@Injectable()
export class Services {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly members: DeskMembers,
    private readonly audit: Audit,
  ) {}

  /** @throws RuleViolated for days out of order and whoever is no member. */
  async give(tx: Tx, by: Principal, code: string, service: NewService): Promise<string> {
    await this.hubs.run(code, by, tx);
    const { kind, title, beginsOn, endsOn, participants } = service;
    if (endsOn < beginsOn) {
      const [zh, en] = ['结束日期不得早于开始日期', 'It ends on the day it begins, or later'];
      throw new RuleViolated([violationOf(HUB_SERVICE, '/endsOn', zh, en)]);
    }
    await this.members.require(code, participants, (index) => `/participants/${index}`, tx);
    const id = randomUUID();
    await tx.execute(
      `INSERT INTO hub.service (id, hub, kind, title, begins_on, ends_on, participants, entered_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, code, kind, title, beginsOn, endsOn, [...new Set(participants)], by.accountId],
    );
    await this.record(tx, 'hub.give-service', id, { hub: code, kind });
    tx.resource = `/api/v1/hub-services/${id}`;
    return id;
  }

  /** What came of it, once it is over. @throws NotFound, StaleVersion, ActionNotAllowed when it was told before, RuleViolated. */
  async complete(tx: Tx, by: Principal, id: string, version: number, outcome: string): Promise<void> {
    const service = await this.own(tx, by, id, version);
    if (service.outcome !== null) throw new ActionNotAllowed(['publish'], { zh: '已经办结', en: 'It is complete' });
    if (service.endsOn > tx.today) {
      const [zh, en] = ['服务尚未结束', 'The service is not over'];
      throw new RuleViolated([violationOf(HUB_SERVICE, '/outcome', zh, en)]);
    }
    const sql = 'UPDATE hub.service SET outcome = $2, completed_on = $3, version = version + 1 WHERE id = $1';
    await tx.execute(sql, [id, outcome, tx.today]);
    await this.record(tx, 'hub.complete-service', id, { hub: service.hub });
  }

  /** The public sees it from now on. @throws NotFound, StaleVersion, ActionNotAllowed before it is complete, or twice. */
  async publish(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    const service = await this.own(tx, by, id, version);
    if (service.completedOn === null)
      throw new ActionNotAllowed(['complete'], { zh: '尚未办结', en: 'It is not complete' });
    if (service.publishedOn !== null) throw new ActionNotAllowed([], { zh: '已经公布', en: 'It was published' });
    await tx.execute('UPDATE hub.service SET published_on = $2, version = version + 1 WHERE id = $1', [id, tx.today]);
    await this.record(tx, 'hub.publish-service', id, { hub: service.hub });
  }

  /** @throws NotFound where the desk is not the reader's to see. */
  async get(reader: Principal, id: string): Promise<Service> {
    const service = await this.find(id);
    if (!service) throw new NotFound();
    await this.hubs.desk(service.hub, reader);
    return service;
  }

  /** Newest first. @throws NotFound where the desk is not the reader's to see. */
  async list(reader: Principal, code: string, limit: number, cursor?: string): Promise<Page<Service>> {
    await this.hubs.desk(code, reader);
    return this.page('s.hub = $1', [code], limit, cursor);
  }

  /** What the public sees: the published ones, newest first. */
  async published(code: string, limit: number, cursor?: string): Promise<Page<Service>> {
    await this.hubs.get(code);
    return this.page('s.hub = $1 AND s.published_on IS NOT NULL', [code], limit, cursor);
  }

  private page(where: string, parameters: unknown[], limit: number, cursor?: string): Promise<Page<Service>> {
    const source = { columns: COLUMNS, from: 'hub.service s', where, parameters, keys: KEYS, descending: true };
    return this.reads.page(source, { limit, cursor });
  }

  private async own(tx: Tx, by: Principal, id: string, version: number): Promise<Service> {
    const service = await this.find(id, tx, 'FOR UPDATE');
    if (!service) throw new NotFound();
    await this.hubs.run(service.hub, by, tx);
    requireVersion(service.version, version);
    return service;
  }

  private async find(id: string, sql: Sql = this.reads, lock = ''): Promise<Service | undefined> {
    return (await sql.rows<Service>(`SELECT ${COLUMNS} FROM hub.service s WHERE s.id = $1 ${lock}`, [id])).at(0);
  }

  private async record(tx: Tx, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'hub-service', subjectId, detail });
  }
}
