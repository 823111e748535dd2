import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { PasswordResetState } from '../domain/password-reset.workflow.js';

/** The wish that an account gets a new password, and what a second administrator said to it. */
@Entity({ schema: 'access', name: 'password_reset' })
export class PasswordResetEntity {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'state', type: 'text', default: 'PROPOSED' })
  state: PasswordResetState;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'proposed_by', type: 'uuid' })
  proposedBy: string;

  @Column({ name: 'proposed_at', type: 'timestamptz' })
  proposedAt: Date;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;
}
