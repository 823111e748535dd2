import { Injectable, type OnModuleInit } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { KeyRing } from '../crypto/key-ring.js';
import { KeyedStores } from '../crypto/keyed-stores.js';
import { SealedColumn } from '../crypto/sealed-column.js';
import type { IdempotencyClaim } from './request-context.js';

interface StoredAnswer {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body: unknown;
}

/** What is known of a key that was used before. */
export interface KeyRow {
  readonly fingerprint: string;
  /** True when the effect was committed, even if no answer was kept. */
  readonly effective: boolean;
  readonly resource: string | null;
  readonly answer: StoredAnswer | null;
}

/** A claim older than this whose effect was not committed belongs to a request that died. */
const CLAIM_SECONDS = 60;

/** The used Idempotency-Keys with the answers they gave, kept 7 days. */
@Injectable()
export class IdempotencyStore implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly keys: KeyRing,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const key = ['owner', 'key'].map((column) => ({ column, type: 'text' }));
    this.stores.register(
      new SealedColumn({ table: 'platform.idempotency_key', key, column: 'answer', purpose }, this.keys),
    );
  }

  /** What tells two requests apart. Keyed, because a body may hold a password that a plain hash would let one guess. */
  fingerprint(content: string): string {
    return this.keys.hash(content, 'idempotency-fingerprint');
  }

  /** What a key is stored as: a caller may make it of anything, a person's number too. */
  private stored(owner: string, key: string): string {
    return this.keys.hash(`${owner}:${key}`, 'idempotency-key');
  }

  /** Takes the key for this request, or tells what the earlier use of it came to. */
  async claim(owner: string, given: string, fingerprint: string): Promise<{ claim?: IdempotencyClaim; row: KeyRow }> {
    const key = this.stored(owner, given);
    const taken: { attempt: number }[] = await this.dataSource.query(
      `INSERT INTO platform.idempotency_key AS k (owner, key, fingerprint) VALUES ($1, $2, $3)
       ON CONFLICT (owner, key) DO UPDATE
         SET attempt = k.attempt + 1, claimed_at = now(), fingerprint = excluded.fingerprint,
             state = 'IN_FLIGHT', effective = false, resource = NULL, answer = NULL
         WHERE k.claimed_at < now() - interval '7 days'
            OR (k.fingerprint = excluded.fingerprint AND k.state = 'IN_FLIGHT' AND NOT k.effective
                AND k.claimed_at < now() - make_interval(secs => $4))
       RETURNING attempt`,
      [owner, key, fingerprint, CLAIM_SECONDS],
    );
    const row = { fingerprint, effective: false, resource: null, answer: null };
    if (taken.length > 0) return { claim: { owner, key, attempt: taken[0].attempt }, row };
    return { row: (await this.read(owner, key)) ?? row };
  }

  async finish(claim: IdempotencyClaim, answer: StoredAnswer): Promise<void> {
    const sealed = this.keys.seal(JSON.stringify(answer), purpose(claim.owner, claim.key));
    await this.dataSource.query(
      `UPDATE platform.idempotency_key SET state = 'DONE', answer = $4 WHERE owner = $1 AND key = $2 AND attempt = $3`,
      [claim.owner, claim.key, claim.attempt, sealed],
    );
  }

  /**
   * A refused request leaves no trace: the same key may be used again with a better body. A request that failed
   * because the database went away does not keep its key until the claim runs out: it gives it back later.
   */
  async abandon(claim: IdempotencyClaim): Promise<void> {
    await this.giveBack(claim).catch(() => void this.giveBackLater(claim));
  }

  private async giveBackLater(claim: IdempotencyClaim): Promise<void> {
    for (let waited = 0; waited < CLAIM_SECONDS; waited += 1) {
      await sleep(1_000, undefined, { ref: false });
      const given = await this.giveBack(claim).then(
        () => true,
        () => false,
      );
      if (given) return;
    }
  }

  private async giveBack(claim: IdempotencyClaim): Promise<void> {
    await this.dataSource.query(
      `DELETE FROM platform.idempotency_key WHERE owner = $1 AND key = $2 AND attempt = $3 AND NOT effective`,
      [claim.owner, claim.key, claim.attempt],
    );
  }

  private async read(owner: string, key: string): Promise<KeyRow | undefined> {
    const rows: { fingerprint: string; effective: boolean; resource: string | null; answer: string | null }[] =
      await this.dataSource.query(
        `SELECT fingerprint, effective, resource, answer FROM platform.idempotency_key WHERE owner = $1 AND key = $2`,
        [owner, key],
      );
    const row = rows.at(0);
    if (!row) return undefined;
    const answer = row.answer && (JSON.parse(this.keys.open(row.answer, purpose(owner, key))) as StoredAnswer);
    return { ...row, answer: answer || null };
  }
}

function purpose(owner: string, key: string): string {
  return `idempotency:${owner}:${key}`;
}
