import { Injectable } from '@nestjs/common';
import { nextState, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import { NotFound, NotPermitted, RuleViolated, violationOf } from '@app/kernel';
import { requireVersion, type Tx } from '@app/platform';
import { Register } from '@app/register';
import { HUB_ASSIGNMENT } from '../../domain/assignment/assignment.table.js';
import { PROPOSAL, type ProposalAction, type ProposalParty } from '../../domain/assignment/proposal.workflow.js';
import { assigns, runsDesk } from '../../domain/hub.policy.js';
import { Hubs } from '../hubs.js';
import { AssignHubs } from './assign-hubs.js';
import { ProposeAssignments } from './propose-assignments.js';
import { ProposalQueries, type Proposal } from './proposal.queries.js';

interface Answered {
  readonly proposal: Proposal;
  /** The hub whose officer answers; undefined for an officer of the registrar. */
  readonly answeredFor: string | undefined;
  readonly state: string;
}

/** A person answers a proposal: as it is, with another hub, or not at all. */
@Injectable()
export class AnswerProposal {
  constructor(
    private readonly queries: ProposalQueries,
    private readonly assign: AssignHubs,
    private readonly proposals: ProposeAssignments,
    private readonly register: Register,
    private readonly hubs: Hubs,
    private readonly audit: Audit,
  ) {}

  /** The first hub becomes the primary one. A hub confirms only what proposes it first. */
  async confirm(tx: Tx, by: Principal, id: string, version: number, related: readonly string[]): Promise<void> {
    const answered = await this.open(tx, by, id, version, 'confirm');
    const [first] = answered.proposal.hubs;
    if (answered.answeredFor !== undefined && answered.answeredFor !== first) throw notItsOwn();
    await this.enter(tx, by, answered, first, related, '确认系统建议');
  }

  /** Another hub becomes it. A hub takes what names it second or third, or hands on to the tiers below it. */
  async change(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    { hub, related, reason }: { hub: string; related: readonly string[]; reason: string },
  ): Promise<void> {
    const answered = await this.open(tx, by, id, version, 'change');
    if (hub === answered.proposal.hubs[0]) {
      const [zh, en] = ['与首选建议相同，请直接确认', 'This is the first proposal: confirm it'];
      throw new RuleViolated([violationOf(HUB_ASSIGNMENT, '/hub', zh, en, 'HUB-NOT-CHANGED')]);
    }
    await this.enter(tx, by, answered, hub, related, reason);
  }

  /** A hub that declines is left out, and the next ones are proposed; an officer who does leaves it without a hub. */
  async decline(tx: Tx, by: Principal, id: string, version: number, reason: string): Promise<void> {
    const answered = await this.open(tx, by, id, version, 'decline');
    await this.close(tx, by, answered, null, reason);
    if (answered.answeredFor !== undefined) {
      await this.proposals.execute(tx, [answered.proposal.subjectId], 'HUB_DECLINED');
    }
  }

  /** The subject first, as whoever assigns does: two who answer at once follow each other. */
  private async open(tx: Tx, by: Principal, id: string, version: number, action: ProposalAction): Promise<Answered> {
    const seen = await this.queries.find(id, by, tx);
    if (!seen) throw new NotFound();
    await this.register.lock(tx, seen.subjectId);
    const proposal = (await this.queries.find(id, by, tx))!;
    requireVersion(proposal.version, version);
    const officer = assigns(by, proposal.authority);
    const answeredFor = officer ? undefined : await this.hubOf(tx, by, proposal);
    const parties = new Set<ProposalParty>(officer ? ['OFFICER'] : answeredFor ? ['HUB'] : []);
    return { proposal, answeredFor, state: nextState(PROPOSAL, proposal.state, action, parties) };
  }

  /** The hub that he answers for: one of his own that stands and is proposed, while no other hub has the organization. */
  private async hubOf(tx: Tx, by: Principal, { hubs, subjectId }: Proposal): Promise<string | undefined> {
    const standing = await this.hubs.standing(tx);
    const [{ primary }] = await tx.rows<{ primary: string | null }>(
      'SELECT primary_hub AS "primary" FROM hub.organization WHERE subject_id = $1',
      [subjectId],
    );
    const own = hubs.find((hub) => standing.has(hub) && runsDesk(by, hub));
    return primary !== null && primary !== own && standing.has(primary) ? undefined : own;
  }

  /** A hub enters itself and the tiers below it, nobody else. */
  private async enter(
    tx: Tx,
    by: Principal,
    answered: Answered,
    hub: string,
    related: readonly string[],
    reason: string,
  ): Promise<void> {
    const { proposal, answeredFor } = answered;
    if (answeredFor !== undefined) {
      const own = await this.hubs.reachOf(by, tx);
      if ([hub, ...related].some((named) => !own.includes(named))) throw notItsOwn();
    }
    const assignment = { primary: hub, addRelated: related };
    await this.assign.execute(tx, proposal.creditCode, assignment, { answering: { proposal: proposal.id } });
    await this.close(tx, by, answered, hub, reason);
  }

  private async close(tx: Tx, by: Principal, answered: Answered, chosen: string | null, reason: string): Promise<void> {
    const { proposal, answeredFor, state } = answered;
    await tx.execute(
      `UPDATE hub.proposal SET state = $2, chosen = $3, answered_for = $4, reason = $5, decided_by = $6, decided_on = $7,
              version = version + 1 WHERE id = $1`,
      [proposal.id, state, chosen, answeredFor ?? null, reason, by.accountId, tx.today],
    );
    await this.audit.record(tx, {
      action: `hub-proposal.${state.toLowerCase()}`,
      subjectType: 'hub-proposal',
      subjectId: proposal.id,
      ground: HUB_ASSIGNMENT.citation,
      detail: { chosen, answeredFor },
    });
  }
}

function notItsOwn(): NotPermitted {
  return new NotPermitted({
    zh: '枢纽只能接收首选建议为本枢纽的组织，或者转交其下级枢纽',
    en: 'A hub takes what is proposed to it, or hands it on below itself',
  });
}
