import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { nextState, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { NotFound, RuleViolated, violationOf, type LegalDate } from '@app/kernel';
import { Reads, requireVersion, type Page, type Sql, type Tx } from '@app/platform';
import { HUB_MEMBER, HUB_SERVICE } from '../../domain/desk/desk.table.js';
import { SERVICE_REQUEST, type RequestAction, type RequestState } from '../../domain/desk/desk.workflow.js';
import { partiesIn } from '../../domain/hub.policy.js';
import { Hubs } from '../hubs.js';
import { codesOf, memberFor } from './desk-members.js';
import type { ServiceKind } from './services.js';

export interface ServiceRequest {
  readonly id: string;
  readonly hub: string;
  readonly creditCode: string;
  readonly kind: ServiceKind;
  readonly need: string;
  readonly state: RequestState;
  readonly filedOn: LegalDate;
  readonly answer: string | null;
  readonly answeredOn: LegalDate | null;
  /** The service by which it was fulfilled. */
  readonly service: string | null;
  readonly version: number;
}

export interface RequestAnswer {
  readonly answer: string;
  readonly service?: string;
}

const COLUMNS = `r.id, r.hub, r.credit_code AS "creditCode", r.kind, r.need, r.state, r.filed_on::text AS "filedOn", r.answer,
  r.answered_on::text AS "answeredOn", r.service, r.version`;
const KEYS = [
  { sql: 'r.filed_on', type: 'date' },
  { sql: 'r.id', type: 'uuid' },
] as const;

/** What members ask of their hub, and what it answers. */
@Injectable()
export class ServiceRequests {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound for who does not speak for the organization; RuleViolated when it is no member of the hub. */
  async file(
    tx: Tx,
    agent: Principal,
    { hub, creditCode, kind, need }: Pick<ServiceRequest, 'hub' | 'creditCode' | 'kind' | 'need'>,
  ): Promise<string> {
    const member = await memberFor(agent, creditCode, tx);
    if (member.primaryHub !== hub && !member.relatedHubs.includes(hub)) {
      const [zh, en] = ['该组织不是此枢纽的成员', 'The organization is no member of this hub'];
      throw new RuleViolated([violationOf(HUB_MEMBER, '/hub', zh, en)]);
    }
    const id = randomUUID();
    await tx.execute(
      `INSERT INTO hub.service_request (id, hub, credit_code, kind, need, filed_by, filed_on) VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, hub, creditCode, kind, need, agent.accountId, tx.today],
    );
    await this.record(tx, 'hub.file-service-request', id, { hub, creditCode });
    tx.resource = `/api/v1/hub-service-requests/${id}`;
    return id;
  }

  /** One step of the table. @throws NotFound, StaleVersion, ActionNotAllowed, NotPermitted, RuleViolated. */
  async act(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    action: RequestAction,
    { answer, service }: Partial<RequestAnswer> = {},
  ): Promise<void> {
    const request = await this.find(id, by, tx, 'FOR UPDATE');
    if (!request) throw new NotFound();
    requireVersion(request.version, version);
    const state = nextState(SERVICE_REQUEST, request.state, action, partiesIn(by, request));
    if (service !== undefined) await this.requireService(tx, request, service);
    await tx.execute(
      `UPDATE hub.service_request SET state = $2, answer = coalesce($3, answer), answered_on = $4, service = coalesce($5, service),
              version = version + 1 WHERE id = $1`,
      [id, state, answer ?? null, tx.today, service ?? null],
    );
    await this.record(tx, `hub-service-request.${action}`, id, { hub: request.hub, state });
  }

  /** @throws NotFound when it is neither of the reader's organization nor of a desk he may see. */
  async get(id: string, reader: Principal): Promise<ServiceRequest> {
    const request = await this.find(id, reader, this.reads);
    if (!request) throw new NotFound();
    return request;
  }

  /** Those of a desk, newest first. @throws NotFound where it is not the reader's to see. */
  async ofHub(reader: Principal, code: string, limit: number, cursor?: string): Promise<Page<ServiceRequest>> {
    await this.hubs.desk(code, reader);
    return this.page('r.hub = $1', [code], limit, cursor);
  }

  /** Those of the organizations for which an agent speaks, newest first. */
  own(agent: Principal, limit: number, cursor?: string): Promise<Page<ServiceRequest>> {
    return this.page('r.credit_code = ANY($1::text[])', [codesOf(agent)], limit, cursor);
  }

  private page(where: string, parameters: unknown[], limit: number, cursor?: string): Promise<Page<ServiceRequest>> {
    const source = { columns: COLUMNS, from: 'hub.service_request r', where, parameters, keys: KEYS, descending: true };
    return this.reads.page(source, { limit, cursor });
  }

  private async find(id: string, reader: Principal, sql: Sql, lock = ''): Promise<ServiceRequest | undefined> {
    const text = `SELECT ${COLUMNS} FROM hub.service_request r WHERE r.id = $1 ${lock}`;
    const [request] = await sql.rows<ServiceRequest>(text, [id]);
    return request && (await this.hubs.concerns(reader, request, sql)) ? request : undefined;
  }

  /** It was fulfilled by a service of this hub in which the member took part. */
  private async requireService(tx: Tx, { hub, creditCode }: ServiceRequest, service: string): Promise<void> {
    const known = await tx.rows('SELECT 1 FROM hub.service WHERE id = $1 AND hub = $2 AND $3 = ANY(participants)', [
      service,
      hub,
      creditCode,
    ]);
    if (known.length > 0) return;
    const [zh, en] = ['不是本枢纽为该组织提供的服务', 'This is no service that the hub gave this organization'];
    throw new RuleViolated([violationOf(HUB_SERVICE, '/service', zh, en, 'SERVICE-UNKNOWN')]);
  }

  private async record(tx: Tx, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'service-request', subjectId, detail });
  }
}
