import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import type { Principal } from '@app/access';
import { Audit } from '@app/audit';
import { NotFound } from '@app/kernel';
import { Outbox, Reads, type Page, type Tx } from '@app/platform';
import { maySeeDesk } from '../../domain/hub.policy.js';
import { Hubs } from '../hubs.js';
import { codesOf, DeskMembers } from './desk-members.js';
import { TELL_MEMBERS_TOPIC } from './tell-members.js';

export interface Message {
  readonly id: string;
  readonly hub: string;
  readonly title: string;
  readonly body: string;
  readonly toAll: boolean;
  readonly sentAt: Date;
  readonly recipients: number;
  readonly read: number;
}

/** A message as a member has it. */
export interface ReceivedMessage extends Pick<Message, 'id' | 'hub' | 'title' | 'body' | 'sentAt'> {
  readonly creditCode: string;
  readonly readAt: Date | null;
}

export interface Recipient {
  readonly creditCode: string;
  readonly readAt: Date | null;
}

const COLUMNS = `m.id, m.hub, m.title, m.body, m.to_all AS "toAll", m.sent_at AS "sentAt",
  (SELECT count(*)::int FROM hub.message_recipient r WHERE r.message_id = m.id) AS recipients,
  (SELECT count(*)::int FROM hub.message_recipient r WHERE r.message_id = m.id AND r.read_at IS NOT NULL) AS read`;
const RECEIVED = `m.id, m.hub, m.title, m.body, m.sent_at AS "sentAt", r.credit_code AS "creditCode", r.read_at AS "readAt"`;

/** What a hub writes to its members, and whether they have read it. */
@Injectable()
export class Messages {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly members: DeskMembers,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** To all members, or to those named. @throws RuleViolated naming whoever is no member. */
  async send(
    tx: Tx,
    by: Principal,
    code: string,
    { title, body, to }: { title: string; body: string; to?: readonly string[] },
  ): Promise<string> {
    const hub = await this.hubs.run(code, by, tx);
    if (to) await this.members.require(code, to, (index) => `/to/${index}`, tx);
    const recipients = to ? [...new Set(to)] : await this.members.codes(code, tx);
    const id = randomUUID();
    await tx.execute(
      'INSERT INTO hub.message (id, hub, title, body, to_all, sent_by, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
      [id, code, title, body, to === undefined, by.accountId, tx.now],
    );
    await tx.execute('INSERT INTO hub.message_recipient (message_id, credit_code) SELECT $1, unnest($2::text[])', [
      id,
      recipients,
    ]);
    // Thousands of members are told part by part, after the message stands.
    await this.outbox.add(tx, { topic: TELL_MEMBERS_TOPIC, payload: { message: id, title: `${hub.name}：${title}` } });
    const detail = { hub: code, recipients: recipients.length };
    await this.audit.record(tx, { action: 'hub.send-message', subjectType: 'hub-message', subjectId: id, detail });
    tx.resource = `/api/v1/hub-messages/${id}`;
    return id;
  }

  /** What a hub sent, newest first. @throws NotFound where the desk is not the reader's to see. */
  async list(reader: Principal, code: string, limit: number, cursor?: string): Promise<Page<Message>> {
    await this.hubs.desk(code, reader);
    const keys = [
      { sql: 'm.sent_at', type: 'timestamptz' },
      { sql: 'm.id', type: 'uuid' },
    ] as const;
    const source = {
      columns: COLUMNS,
      from: 'hub.message m',
      where: 'm.hub = $1',
      parameters: [code],
      keys,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }

  /**
   * One message: whoever sees the desk sees how many have read it, an agent his own organizations alone.
   * @throws NotFound
   */
  async get(reader: Principal, id: string): Promise<Message> {
    const { message, codes } = await this.find(reader, id);
    if (codes === null) return message;
    const { items } = await this.recipientsOf(id, codes, codes.length);
    return { ...message, recipients: items.length, read: items.filter(({ readAt }) => readAt !== null).length };
  }

  /** To whom it went and who has read it, by code, within what `get` shows. @throws NotFound */
  async recipients(reader: Principal, id: string, limit: number, cursor?: string): Promise<Page<Recipient>> {
    const { codes } = await this.find(reader, id);
    return this.recipientsOf(id, codes, limit, cursor);
  }

  private recipientsOf(
    id: string,
    codes: readonly string[] | null,
    limit: number,
    cursor?: string,
  ): Promise<Page<Recipient>> {
    const columns = 'r.credit_code AS "creditCode", r.read_at AS "readAt"';
    const where = 'r.message_id = $1 AND ($2::text[] IS NULL OR r.credit_code = ANY($2))';
    const keys = [{ sql: 'r.credit_code', type: 'text' }] as const;
    const source = { columns, from: 'hub.message_recipient r', where, parameters: [id, codes], keys };
    return this.reads.page(source, { limit, cursor });
  }

  /** The message, and to which recipients the reader is limited: his own organizations, or none. */
  private async find(reader: Principal, id: string): Promise<{ message: Message; codes: string[] | null }> {
    const [message] = await this.reads.rows<Message>(`SELECT ${COLUMNS} FROM hub.message m WHERE m.id = $1`, [id]);
    const hub = message && (await this.hubs.find(message.hub));
    if (!hub) throw new NotFound();
    if (maySeeDesk(reader, hub)) return { message, codes: null };
    const own = await this.reads.rows<{ code: string }>(
      'SELECT credit_code AS code FROM hub.message_recipient WHERE message_id = $1 AND credit_code = ANY($2::text[])',
      [id, codesOf(reader)],
    );
    if (own.length === 0) throw new NotFound();
    return { message, codes: own.map(({ code }) => code) };
  }

  /** What the organizations of an agent were sent, newest first. */
  async received(agent: Principal, limit: number, cursor?: string): Promise<Page<ReceivedMessage>> {
    const keys = [
      { sql: 'm.sent_at', type: 'timestamptz' },
      { sql: 'm.id', type: 'uuid' },
      { sql: 'r.credit_code', type: 'text' },
    ] as const;
    const from = 'hub.message m JOIN hub.message_recipient r ON r.message_id = m.id';
    const source = {
      columns: RECEIVED,
      from,
      where: 'r.credit_code = ANY($1::text[])',
      parameters: [codesOf(agent)],
      keys,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }

  /** An agent has read it, for all organizations of his that have it. @throws NotFound */
  async read(tx: Tx, agent: Principal, id: string): Promise<void> {
    const read = await tx.execute(
      `UPDATE hub.message_recipient SET read_at = coalesce(read_at, $3), read_by = coalesce(read_by, $4)
        WHERE message_id = $1 AND credit_code = ANY($2::text[])`,
      [id, codesOf(agent), tx.now, agent.accountId],
    );
    if (read === 0) throw new NotFound();
  }
}
