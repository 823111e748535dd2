import { Injectable } from '@nestjs/common';
import { normalizeCreditCode, RuleViolated, violationOf } from '@app/kernel';
import { Audit } from '@app/audit';
import type { Tx } from '@app/platform';
import { OPEN_ALREADY, ROLE_HELD } from '../domain/access.table.js';
import { holds, type Principal } from '../domain/principal.js';
import { creditCodeViolations } from '../domain/role-grant.rules.js';
import { AgentClaimEntity } from '../persistence/agent-claim.entity.js';
import { lockAccount } from './accounts.js';

export interface AgentClaim {
  readonly creditCode: string;
  readonly post: string;
  readonly reason: string;
}

/** Somebody says that he acts for an organization. */
@Injectable()
export class FileAgentClaim {
  constructor(private readonly audit: Audit) {}

  /** @returns the claim's id. @throws RuleViolated: no lawful code, a claim that is open, a role that is held. */
  async execute(tx: Tx, principal: Principal, { creditCode, post, reason }: AgentClaim): Promise<string> {
    const { accountId } = principal;
    const code = normalizeCreditCode(creditCode);
    await lockAccount(tx, accountId);
    const violations = creditCodeViolations(creditCode, '/creditCode');
    if (holds(principal, 'ORGANIZATION_AGENT', code)) {
      const en = 'You act for this organization already';
      violations.push(violationOf(ROLE_HELD, '/creditCode', '您已是该社会组织的经办人', en));
    }
    if (await tx.manager.existsBy(AgentClaimEntity, { accountId, creditCode: code, state: 'PENDING' })) {
      const en = 'Your claim for this organization is being verified';
      violations.push(violationOf(OPEN_ALREADY, '/creditCode', '您对该社会组织的申请正在核实', en));
    }
    if (violations.length > 0) throw new RuleViolated(violations);
    const { id } = await tx.row<{ id: string }>(
      `INSERT INTO access.agent_claim (account_id, credit_code, post, reason, filed_at)
       VALUES ($1, $2, $3, $4, $5) RETURNING id`,
      [accountId, code, post, reason, tx.now],
    );
    await this.audit.record(tx, {
      action: 'access.agent-claim.file',
      subjectType: 'agent-claim',
      subjectId: id,
      detail: { accountId, creditCode: code },
    });
    return id;
  }
}
