import type { EntityManager } from 'typeorm';
import type { LegalDate } from '@app/kernel';
import type { Sql } from './sql.js';

/** Who acts. The system itself (a scheduled job, a seed) has no account. */
export interface Actor {
  readonly accountId: string | null;
  readonly name: string;
}

export const SYSTEM: Actor = Object.freeze({ accountId: null, name: 'SYSTEM' });

/**
 * One transaction and what belongs to it. Whatever changes state takes a `Tx` as its first
 * argument, so that no change can be made outside of one.
 */
export class Tx implements Sql {
  /** The path of the record this transaction made, for the replay of an idempotent request. */
  resource?: string;

  constructor(
    readonly manager: EntityManager,
    readonly actor: Actor,
    /** The recording instant, the same for everything in this transaction. */
    readonly now: Date,
    /** The legal day of the step, in Shanghai. */
    readonly today: LegalDate,
    private readonly effects: (() => void)[] = [],
  ) {}

  /** The same transaction for another actor: a job does what somebody asked for, and it is recorded as his. */
  as(actor: Actor): Tx {
    return new Tx(this.manager, actor, this.now, this.today, this.effects);
  }

  /** Runs SQL in this transaction and gives the rows, of INSERT … RETURNING too. */
  async rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    const result = await this.manager.queryRunner!.query(sql, parameters, true);
    return result.records as Row[];
  }

  /** Runs SQL that must give exactly one row. */
  async row<Row>(sql: string, parameters: unknown[] = []): Promise<Row> {
    const rows = await this.rows<Row>(sql, parameters);
    if (rows.length !== 1) throw new Error(`expected one row, got ${rows.length}`);
    return rows[0];
  }

  /** Runs SQL and gives the number of rows it changed. */
  async execute(sql: string, parameters: unknown[] = []): Promise<number> {
    const result = await this.manager.queryRunner!.query(sql, parameters, true);
    return result.affected ?? 0;
  }

  /** A wake-up to give once the transaction has committed; nothing that may be lost depends on it. */
  afterCommit(effect: () => void): void {
    this.effects.push(effect);
  }

  /** For the unit of work alone. */
  runEffects(): void {
    for (const effect of this.effects) effect();
  }
}
