import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { Batches } from '../persistence/batches.js';

/**
 * Leaves a batch to an officer that could not be worked on after all attempts: what has been entered of it stands, and he
 * decides anew about the rest. Rows that could not be judged are given up: their file can be sent again.
 */
@Injectable()
export class GiveUpBatch {
  constructor(private readonly batches: Batches) {}

  judging(tx: Tx, batchId: string): Promise<void> {
    return this.batches.discard(tx, batchId);
  }

  committing(tx: Tx, batchId: string): Promise<void> {
    return this.batches.move(tx, batchId, 'JUDGED');
  }

  undoing(tx: Tx, batchId: string): Promise<void> {
    return this.batches.move(tx, batchId, 'COMMITTED');
  }
}
