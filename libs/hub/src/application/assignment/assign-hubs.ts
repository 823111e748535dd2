import { Injectable } from '@nestjs/common';
import { PrincipalQueries } from '@app/access';
import { Audit } from '@app/audit';
import { cite, RuleViolated, violationOf, type Violation } from '@app/kernel';
import { Notices } from '@app/notices';
import type { Tx } from '@app/platform';
import { elementField, publicationOf, Register, RegisterQueries, type State } from '@app/register';
import { HUB_ASSIGNMENT } from '../../domain/assignment/assignment.table.js';
import { Hubs } from '../hubs.js';

/** Which hubs an organization belongs to from today on. Undefined leaves things as they are; null takes away. */
export interface Assignment {
  readonly primary?: string | null;
  readonly addRelated?: readonly string[];
  readonly dropRelated?: readonly string[];
  readonly reason: string;
}

const CITATION = cite('京办发〔2016〕43号', '四(一)');

/** Enters in the register which hub an organization belongs to: one at a time first of all, others besides. */
@Injectable()
export class AssignHubs {
  constructor(
    private readonly register: Register,
    private readonly queries: RegisterQueries,
    private readonly hubs: Hubs,
    private readonly notices: Notices,
    private readonly principals: PrincipalQueries,
    private readonly audit: Audit,
  ) {}

  /** @throws RuleViolated when a hub does not stand, is named twice, or nothing would change. */
  async execute(tx: Tx, creditCode: string, assignment: Assignment, caseId?: string): Promise<void> {
    const { subjectId } = await this.queries.organization(creditCode, tx);
    await this.register.lock(tx, subjectId);
    const { state } = await this.queries.organization(creditCode, tx);
    const violations = [...(await this.hubViolations(tx, assignment)), ...activeViolations(state.status, assignment)];
    if (violations.length > 0) throw new RuleViolated(violations);
    const { primary, addRelated = [], dropRelated = [], reason } = assignment;
    const known = new Set((state.relatedHubs ?? []).map(({ hub }) => hub));
    // What becomes the primary hub is no longer a related one.
    const dropped = [...new Set([...dropRelated, ...(primary ? [primary] : [])])].filter((hub) => known.has(hub));
    const added = addRelated.filter((hub) => !known.has(hub));
    const set: State = {
      ...(primary === undefined ? {} : { primaryHub: primary }),
      ...Object.fromEntries(dropped.map((hub) => [elementField('related-hub', hub), null])),
      ...Object.fromEntries(added.map((hub) => [elementField('related-hub', hub), { hub, since: tx.today }])),
    };
    await this.register.append(tx, subjectId, {
      kind: primary === null || (primary === undefined && added.length === 0) ? 'HUB_RELEASED' : 'HUB_ASSIGNED',
      legalDate: tx.today,
      citation: CITATION,
      caseId,
      set,
      publication: publicationOf(set),
    });
    const detail = { creditCode, primary, addRelated: added, dropRelated: dropped, reason };
    await this.audit.record(tx, {
      action: 'hub.assign',
      subjectType: 'organization',
      subjectId,
      ground: CITATION,
      detail,
    });
    if (primary !== undefined) await this.tell(tx, creditCode, state.name, primary);
  }

  private async tell(tx: Tx, creditCode: string, name: string, primary: string | null): Promise<void> {
    const hub = primary === null ? undefined : await this.hubs.get(primary, tx);
    const data = { title: hub ? `${name}归入${hub.name}` : `${name}不再归属枢纽` };
    const resource = `/api/v1/organizations/${creditCode}/hubs`;
    for (const accountId of await this.principals.holdersOf(tx, 'ORGANIZATION_AGENT', creditCode)) {
      await this.notices.send(tx, { accountId, template: 'hub-assigned', data, resource });
    }
  }

  private async hubViolations(tx: Tx, { primary, addRelated = [] }: Assignment): Promise<Violation[]> {
    const standing = await this.hubs.standing(tx);
    const named = [
      ...(primary ? [{ hub: primary, pointer: '/hub' }] : []),
      ...addRelated.map((hub, index) => ({ hub, pointer: `/related/${index}` })),
    ];
    const unknown = named.filter(({ hub }) => !standing.has(hub));
    const twice = addRelated.filter((hub, index) => hub === primary || addRelated.indexOf(hub) !== index);
    const [zh, en] = ['没有此编号的、未被取消认定的枢纽', 'No hub that stands has this code'];
    const [again, doubled] = ['同一枢纽不得重复列入', 'A hub is named twice'];
    return [
      ...unknown.map(({ pointer }) => violationOf(HUB_ASSIGNMENT, pointer, zh, en, 'HUB-UNKNOWN')),
      ...twice.map((hub) => violationOf(HUB_ASSIGNMENT, `/related/${addRelated.indexOf(hub)}`, again, doubled)),
    ];
  }
}

/** Whoever has ended belongs to no hub; being released is always possible. */
function activeViolations(status: string, { primary, addRelated = [] }: Assignment): Violation[] {
  const ended = !['ACTIVE', 'SUSPENDED', 'LIQUIDATING'].includes(status);
  if (!ended || (!primary && addRelated.length === 0)) return [];
  const [zh, en] = ['该组织已经终止', 'The organization has ended'];
  return [violationOf(HUB_ASSIGNMENT, '', zh, en, 'ORGANIZATION-ENDED')];
}
