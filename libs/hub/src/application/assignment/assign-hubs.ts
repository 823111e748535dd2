import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Audit } from '@app/audit';
import { cite, RuleViolated } from '@app/kernel';
import { Notices } from '@app/notices';
import type { Tx } from '@app/platform';
import {
  elementField,
  publicationOf,
  Register,
  RegisterQueries,
  type OrganizationState,
  type State,
} from '@app/register';
import { assignmentViolations, type Assignment } from '../../domain/assignment/assignment.rules.js';
import { Hubs } from '../hubs.js';
import { EndWaiting, type Answering } from './end-waiting.js';

export interface AssignmentContext {
  readonly answering?: Answering;
  /** An officer's words, where they stand nowhere else. */
  readonly reason?: string;
}

const CITATION = cite('京办发〔2016〕43号', '四(一)');

/** Enters in the register which hub an organization belongs to: one at a time first of all, others besides. */
@Injectable()
export class AssignHubs {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly hubs: Hubs,
    private readonly endWaiting: EndWaiting,
    private readonly notices: Notices,
    private readonly principals: PrincipalQueries,
    private readonly audit: Audit,
  ) {}

  /** @throws RuleViolated when a hub does not stand, is named twice, is not the one to leave, or nothing would change. */
  async execute(
    tx: Tx,
    creditCode: string,
    assignment: Assignment,
    { answering, reason }: AssignmentContext = {},
  ): Promise<void> {
    const { primary, addRelated = [] } = assignment;
    const { subjectId } = await this.queries.recordedByCode(creditCode, tx);
    await this.register.lock(tx, subjectId);
    await this.hubs.hold(tx, [...(primary ? [primary] : []), ...addRelated]);
    const { state } = await this.queries.recorded(creditCode, tx);
    const violations = assignmentViolations(assignment, state, await this.hubs.standing(tx));
    if (violations.length > 0) throw new RuleViolated(violations);
    const set = changesOf(assignment, state, tx.today);
    await this.register.append(tx, subjectId, {
      kind: primary === null || (primary === undefined && addRelated.length === 0) ? 'HUB_RELEASED' : 'HUB_ASSIGNED',
      legalDate: tx.today,
      citation: CITATION,
      set,
      publication: publicationOf(set),
    });
    const detail = { creditCode, primary, addRelated, dropRelated: assignment.dropRelated, reason };
    await this.audit.record(tx, {
      action: 'hub.assign',
      subjectType: 'organization',
      subjectId,
      ground: CITATION,
      detail,
    });
    if (primary === undefined) return;
    await this.endWaiting.ofPrimary(tx, subjectId, answering);
    await this.tell(tx, creditCode, state.name, primary);
  }

  private async tell(tx: Tx, creditCode: string, name: string, primary: string | null): Promise<void> {
    const hub = primary === null ? undefined : await this.hubs.get(primary, tx);
    const data = { title: hub ? `${name}归入${hub.name}` : `${name}不再归属枢纽` };
    const resource = `/api/v1/organizations/${creditCode}/hubs`;
    for (const accountId of await this.principals.holdersOf(tx, 'ORGANIZATION_AGENT', creditCode)) {
      await this.notices.send(tx, { accountId, template: 'hub-assigned', data, resource });
    }
  }
}

/** The fields that an assignment sets: what becomes the primary hub is no longer a related one. */
function changesOf(
  { primary, addRelated = [], dropRelated = [] }: Assignment,
  { relatedHubs = [] }: Pick<OrganizationState, 'relatedHubs'>,
  today: string,
): State {
  const known = new Set(relatedHubs.map(({ hub }) => hub));
  const dropped = [...dropRelated, ...(primary ? [primary] : [])].filter((hub) => known.has(hub));
  const added = addRelated.filter((hub) => !known.has(hub));
  return {
    ...(primary === undefined ? {} : { primaryHub: primary }),
    ...Object.fromEntries(dropped.map((hub) => [elementField('related-hub', hub), null])),
    ...Object.fromEntries(added.map((hub) => [elementField('related-hub', hub), { hub, since: today }])),
  };
}
