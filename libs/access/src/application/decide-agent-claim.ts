import { Injectable } from '@nestjs/common';
import { NotFound, RuleViolated } from '@app/kernel';
import { Audit } from '@app/audit';
import { requireVersion, type Tx } from '@app/platform';
import { AGENT_CLAIM, type AgentClaimAction } from '../domain/agent-claim.workflow.js';
import { claimParties, isOfRegistrar, nextState } from '../domain/parties.js';
import type { Principal } from '../domain/principal.js';
import { roleGrantViolations } from '../domain/role-grant.rules.js';
import { AgentClaimEntity } from '../persistence/agent-claim.entity.js';
import { lockAccount } from './accounts.js';
import { insertGrant, openGrants } from './role-grants.js';

export interface ClaimDecision {
  readonly id: string;
  readonly action: AgentClaimAction;
  readonly reason?: string;
  readonly version: number;
}

/** An officer of the registrar finds a claim true, which makes the claimant the organization's agent, or not. */
@Injectable()
export class DecideAgentClaim {
  constructor(private readonly audit: Audit) {}

  /**
   * @throws NotFound when there is none or it lies outside the caller's jurisdiction; StaleVersion,
   * ActionNotAllowed; NotPermitted for the claimant himself; RuleViolated when the role is held already.
   */
  async execute(tx: Tx, principal: Principal, { id, action, reason, version }: ClaimDecision): Promise<void> {
    const lock = { mode: 'pessimistic_write' } as const;
    const claim = await tx.manager.findOne(AgentClaimEntity, { where: { id }, lock });
    if (!claim || !isOfRegistrar(principal, claim)) throw new NotFound();
    requireVersion(claim.version, version);
    const state = nextState(AGENT_CLAIM, claim.state, action, claimParties(principal, claim));
    const decided = { decidedBy: principal.accountId, decidedAt: tx.now, decisionReason: reason ?? null };
    await tx.manager.update(AgentClaimEntity, { id }, { ...decided, state, version: version + 1 });
    const { accountId, creditCode } = claim;
    const grantId = action === 'verify' ? await this.grant(tx, principal, claim) : undefined;
    await this.audit.record(tx, {
      action: `access.agent-claim.${action}`,
      subjectType: 'agent-claim',
      subjectId: id,
      ground: AGENT_CLAIM.states[claim.state].on[action]!.citation,
      detail: { accountId, creditCode, grantId },
    });
  }

  private async grant(tx: Tx, officer: Principal, { accountId, creditCode }: AgentClaimEntity): Promise<string> {
    await lockAccount(tx, accountId);
    const wanted = { role: 'ORGANIZATION_AGENT', scope: creditCode } as const;
    const violations = roleGrantViolations(wanted, await openGrants(tx, accountId));
    if (violations.length > 0) throw new RuleViolated(violations);
    return insertGrant(tx, {
      ...wanted,
      accountId,
      origin: 'AGENT_CLAIM',
      state: 'ACTIVE',
      reason: '经办人身份经核实',
      proposedBy: accountId,
      decidedBy: officer.accountId,
    });
  }
}
