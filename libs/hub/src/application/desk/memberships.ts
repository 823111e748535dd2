import { Injectable } from '@nestjs/common';
import { randomUUID } from 'node:crypto';
import { nextState, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { NotFound, RuleViolated, violationOf, type LegalDate, type Violation } from '@app/kernel';
import { Reads, requireVersion, type Page, type Sql, type Tx } from '@app/platform';
import { HUB_MEMBERSHIP } from '../../domain/desk/desk.table.js';
import { MEMBERSHIP, type MembershipAction, type MembershipState } from '../../domain/desk/desk.workflow.js';
import { partiesIn } from '../../domain/hub.policy.js';
import { AssignHubs } from '../assignment/assign-hubs.js';
import { Hubs } from '../hubs.js';
import { codesOf, memberFor } from './desk-members.js';

export interface MembershipRequest {
  readonly id: string;
  readonly hub: string;
  readonly creditCode: string;
  readonly kind: 'JOIN' | 'LEAVE';
  readonly relation: 'PRIMARY' | 'RELATED';
  readonly reason: string;
  readonly state: MembershipState;
  readonly filedOn: LegalDate;
  readonly answer: string | null;
  readonly decidedOn: LegalDate | null;
  readonly version: number;
}

export type NewMembershipRequest = Pick<MembershipRequest, 'hub' | 'creditCode' | 'kind' | 'relation' | 'reason'>;

const COLUMNS = `r.id, r.hub, r.credit_code AS "creditCode", r.kind, r.relation, r.reason, r.state, r.filed_on::text AS "filedOn",
  r.answer, r.decided_on::text AS "decidedOn", r.version`;
const KEYS = [
  { sql: 'r.filed_on', type: 'date' },
  { sql: 'r.id', type: 'uuid' },
] as const;
const UNIQUE_VIOLATION = '23505';

/** Organizations that ask to join a hub, or to leave it; the hub's consent becomes an entry of the register. */
@Injectable()
export class Memberships {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly assign: AssignHubs,
    private readonly audit: Audit,
  ) {}

  /** @throws NotFound for who does not speak for the organization; RuleViolated when there is nothing to join or leave. */
  async file(tx: Tx, agent: Principal, request: NewMembershipRequest): Promise<string> {
    const { hub, creditCode, kind, relation, reason } = request;
    const member = await memberFor(agent, creditCode, tx);
    const standing = await this.hubs.standing(tx);
    const violations = fileViolations(request, member, standing.has(hub));
    if (violations.length > 0) throw new RuleViolated(violations);
    const id = randomUUID();
    await tx
      .execute(
        `INSERT INTO hub.membership_request (id, hub, subject_id, credit_code, kind, relation, reason, filed_by, filed_on)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [id, hub, member.subjectId, creditCode, kind, relation, reason, agent.accountId, tx.today],
      )
      .catch((error: { code?: string }) => {
        if (error.code !== UNIQUE_VIOLATION) throw error;
        const [zh, en] = ['已有待答复的申请', 'A request to this hub waits for its answer'];
        throw new RuleViolated([violationOf(HUB_MEMBERSHIP, '/hub', zh, en, 'MEMBERSHIP-WAITS')]);
      });
    await this.record(tx, 'hub.file-membership-request', id, { hub, creditCode, kind });
    tx.resource = `/api/v1/hub-memberships/${id}`;
    return id;
  }

  /** One step of the table. @throws NotFound, StaleVersion, ActionNotAllowed, NotPermitted, RuleViolated. */
  async act(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    action: MembershipAction,
    answer?: string,
  ): Promise<void> {
    const request = await this.find(id, by, tx, 'FOR UPDATE');
    if (!request) throw new NotFound();
    requireVersion(request.version, version);
    const state = nextState(MEMBERSHIP, request.state, action, partiesIn(by, request));
    if (state === 'ACCEPTED') await this.enter(tx, request);
    const hub = action !== 'withdraw';
    await tx.execute(
      `UPDATE hub.membership_request SET state = $2, answer = $3, decided_by = $4, decided_on = $5, version = version + 1 WHERE id = $1`,
      [id, state, answer ?? null, hub ? by.accountId : null, tx.today],
    );
    await this.record(tx, `hub-membership.${action}`, id, { hub: request.hub, state });
  }

  /** @throws NotFound when it is neither of the reader's organization nor of a desk he may see. */
  async get(id: string, reader: Principal): Promise<MembershipRequest> {
    const request = await this.find(id, reader, this.reads);
    if (!request) throw new NotFound();
    return request;
  }

  /** Those of a desk, newest first. @throws NotFound where it is not the reader's to see. */
  async ofHub(reader: Principal, code: string, limit: number, cursor?: string): Promise<Page<MembershipRequest>> {
    await this.hubs.desk(code, reader);
    return this.page('r.hub = $1', [code], limit, cursor);
  }

  /** Those of the organizations for which an agent speaks, newest first. */
  own(agent: Principal, limit: number, cursor?: string): Promise<Page<MembershipRequest>> {
    return this.page('r.credit_code = ANY($1::text[])', [codesOf(agent)], limit, cursor);
  }

  private async enter(tx: Tx, { id, hub, creditCode, kind, relation }: MembershipRequest): Promise<void> {
    const join = relation === 'PRIMARY' ? { primary: hub } : { addRelated: [hub] };
    const leave = relation === 'PRIMARY' ? { primary: null, leaving: hub } : { dropRelated: [hub] };
    await this.assign.execute(tx, creditCode, kind === 'JOIN' ? join : leave, { answering: { request: id } });
  }

  private page(where: string, parameters: unknown[], limit: number, cursor?: string): Promise<Page<MembershipRequest>> {
    const source = {
      columns: COLUMNS,
      from: 'hub.membership_request r',
      where,
      parameters,
      keys: KEYS,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }

  private async find(id: string, reader: Principal, sql: Sql, lock = ''): Promise<MembershipRequest | undefined> {
    const text = `SELECT ${COLUMNS} FROM hub.membership_request r WHERE r.id = $1 ${lock}`;
    const [request] = await sql.rows<MembershipRequest>(text, [id]);
    return request && (await this.hubs.concerns(reader, request, sql)) ? request : undefined;
  }

  private async record(tx: Tx, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, { action, subjectType: 'membership-request', subjectId, detail });
  }
}

function fileViolations(
  { hub, kind, relation }: NewMembershipRequest,
  { primaryHub, relatedHubs }: { readonly primaryHub: string | null; readonly relatedHubs: readonly string[] },
  stands: boolean,
): Violation[] {
  if (!stands) {
    const [zh, en] = ['没有此编号的、未被取消认定的枢纽', 'No hub that stands has this code'];
    return [violationOf(HUB_MEMBERSHIP, '/hub', zh, en, 'HUB-UNKNOWN')];
  }
  // Who belongs to it first of all does not join it besides.
  const related = relatedHubs.includes(hub) || (kind === 'JOIN' && primaryHub === hub);
  const is = relation === 'PRIMARY' ? primaryHub === hub : related;
  if (is === (kind === 'LEAVE')) return [];
  const [zh, en] = is
    ? ['该组织已经是此枢纽的成员', 'The organization belongs to this hub already']
    : ['该组织不是此枢纽的成员', 'The organization does not belong to this hub'];
  return [violationOf(HUB_MEMBERSHIP, '/hub', zh, en)];
}
