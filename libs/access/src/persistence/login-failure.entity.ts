import { Column, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** One login that failed, by keyed hashes of who tried and from where. */
@Entity({ schema: 'access', name: 'login_failure' })
export class LoginFailureEntity {
  @PrimaryGeneratedColumn('identity', { name: 'id', type: 'bigint', generatedIdentity: 'ALWAYS' })
  id: string;

  @Column({ name: 'pair_hash', type: 'text' })
  pairHash: string;

  @Column({ name: 'address_hash', type: 'text' })
  addressHash: string;

  @Column({ name: 'at', type: 'timestamptz', default: () => 'now()' })
  at: Date;
}
