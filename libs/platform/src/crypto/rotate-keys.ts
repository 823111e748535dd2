import { Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Settings } from '../config/settings.js';
import { Reads } from '../database/reads.js';
import { SYSTEM, type Tx } from '../database/tx.js';
import type { UnitOfWork } from '../database/unit-of-work.js';
import { withNewKey, withoutKey } from './key-file.js';
import { KeyRing } from './key-ring.js';
import { KeyedStores } from './keyed-stores.js';
import { noteKeyInUse } from './keys-in-use.js';
import { readKeyFile, replaceKeyFile } from './stored-keys.js';

/** By then every process has seen the changed file and what it was writing has been committed. */
const SETTLE_MS = 1_000;

/** Writes the audit row of what was done to a key, in the transaction it is given: audit lies above the platform. */
export type KeyAudit = (tx: Tx, action: string, keyId: string) => Promise<void>;

export interface Rotation {
  /** The key under which everything lies now. */
  readonly keyId: string;
  /** True when an earlier rotation was gone on with. */
  readonly resumed: boolean;
  readonly values: number;
}

/**
 * Brings all encrypted values under a new key while the program serves. Nothing is kept about how far it got: what
 * lies under another key than the one in use is still to be done, so a rotation that was killed goes on when it is
 * called again. The old keys stay in the file, because backups need them, until somebody drops them.
 */
@Injectable()
export class RotateKeys {
  constructor(
    private readonly settings: Settings,
    private readonly keys: KeyRing,
    private readonly stores: KeyedStores,
    private readonly reads: Reads,
  ) {}

  /**
   * @param owner transactions of the database's owner
   * @param onProgress the store that is being worked on, and how many values of it are done
   */
  async rotate(
    owner: UnitOfWork,
    audit: KeyAudit,
    onProgress: (store: string, done: number) => void,
  ): Promise<Rotation> {
    const resumed = (await this.underOtherKeys()) > 0;
    if (!resumed) await this.begin(owner, audit);
    let values = 0;
    do {
      for (const store of this.stores.list()) {
        let done = 0;
        await store.rotate(owner, (count) => onProgress(store.name, (done += count)));
        values += done;
      }
      await sleep(SETTLE_MS);
    } while ((await this.underOtherKeys()) > 0);
    return { keyId: this.keys.current, resumed, values };
  }

  /**
   * Takes a key out of the file for good; its public sealing half stays.
   * @throws Error when values lie under it, or when it is in use
   */
  async drop(owner: UnitOfWork, audit: KeyAudit, keyId: string): Promise<void> {
    const under = (await this.stores.countByKey(this.reads)).get(keyId) ?? 0;
    if (under > 0) throw new Error(`${under} values lie under key ${keyId}; run \`registry keys rotate\` first`);
    const file = withoutKey(readKeyFile(this.settings.keysFile), keyId);
    await owner.run(SYSTEM, async (tx) => {
      const known = await tx.execute('DELETE FROM platform.encryption_key WHERE id = $1', [keyId]);
      if (known === 0) throw new Error(`there is no key ${keyId}`);
      await audit(tx, 'platform.drop-key', keyId);
    });
    replaceKeyFile(this.settings.keysFile, file);
  }

  /** The database learns of the key before the file does: no value is ever under a key that a start does not ask for. */
  private async begin(owner: UnitOfWork, audit: KeyAudit) {
    const file = withNewKey(readKeyFile(this.settings.keysFile));
    await owner.run(SYSTEM, async (tx) => {
      await noteKeyInUse(tx, file.current);
      await audit(tx, 'platform.rotate-keys', file.current);
    });
    replaceKeyFile(this.settings.keysFile, file);
  }

  private async underOtherKeys(): Promise<number> {
    const { current } = this.keys;
    let count = 0;
    for (const [key, values] of await this.stores.countByKey(this.reads)) if (key !== current) count += values;
    return count;
  }
}
