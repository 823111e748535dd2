import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { RoleGrantState } from '../domain/role-grant.workflow.js';
import type { Role } from '../domain/roles.table.js';

/** How a grant came about: by whose word. */
export type GrantOrigin = 'SELF_REGISTRATION' | 'INSTALLATION' | 'PROPOSAL' | 'AGENT_CLAIM';

/** A role of an account, from the proposal to the day it is taken back. */
@Entity({ schema: 'access', name: 'role_grant' })
export class RoleGrantEntity {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'account_id', type: 'uuid' })
  accountId: string;

  @Column({ name: 'role', type: 'text' })
  role: Role;

  @Column({ name: 'scope', type: 'text', nullable: true })
  scope: string | null;

  @Column({ name: 'origin', type: 'text' })
  origin: GrantOrigin;

  @Column({ name: 'state', type: 'text' })
  state: RoleGrantState;

  @Column({ name: 'reason', type: 'text' })
  reason: string;

  @Column({ name: 'proposed_by', type: 'uuid', nullable: true })
  proposedBy: string | null;

  @Column({ name: 'proposed_at', type: 'timestamptz' })
  proposedAt: Date;

  @Column({ name: 'decided_by', type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ name: 'decided_at', type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ name: 'decision_reason', type: 'text', nullable: true })
  decisionReason: string | null;

  @Column({ name: 'revoked_by', type: 'uuid', nullable: true })
  revokedBy: string | null;

  @Column({ name: 'revoked_at', type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ name: 'revocation_reason', type: 'text', nullable: true })
  revocationReason: string | null;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;
}
