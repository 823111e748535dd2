import { Column, Entity, PrimaryColumn } from 'typeorm';

export type AccountStatus = 'ACTIVE' | 'DISABLED';

/** Somebody who can log in. */
@Entity({ schema: 'access', name: 'account' })
export class AccountEntity {
  @PrimaryColumn({ name: 'id', type: 'uuid' })
  id: string;

  @Column({ name: 'username', type: 'text', unique: true })
  username: string;

  @Column({ name: 'display_name', type: 'text' })
  displayName: string;

  @Column({ name: 'password_hash', type: 'text' })
  passwordHash: string;

  /** Set: the password is a one-time one, void after this instant, and must be changed first of all. */
  @Column({ name: 'password_expires_at', type: 'timestamptz', nullable: true })
  passwordExpiresAt: Date | null;

  @Column({ name: 'status', type: 'text', default: 'ACTIVE' })
  status: AccountStatus;

  @Column({ name: 'version', type: 'integer', default: 1 })
  version: number;

  @Column({ name: 'created_at', type: 'timestamptz' })
  createdAt: Date;
}
