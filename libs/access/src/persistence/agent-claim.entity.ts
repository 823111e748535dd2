import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { AgentClaimState } from '../domain/agent-claim.workflow.js';

/** An account's word that it acts for an organization. */
@Entity({ schema: 'access', name: 'agent_claim' })
export class AgentClaimEntity {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'credit_code', type: 'text' })
  creditCode: string;

  /** 职务: the post the claimant says to hold. */
  @Column({ name: 'post', type: 'text' })
  post: string;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'state', type: 'text', default: 'PENDING' })
  state: AgentClaimState;

  @Column({ name: 'filed_at', type: 'timestamptz' })
  filedAt: Date;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;
}
