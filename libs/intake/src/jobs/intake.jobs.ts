import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type Remainder, type Tx } from '@app/platform';
import { CommitRows } from '../application/commit-rows.js';
import { GiveUpBatch } from '../application/give-up-batch.js';
import { JudgeRows } from '../application/judge-rows.js';
import { COMMIT_TOPIC, JUDGE_TOPIC, UNDO_TOPIC, type BatchWork } from '../application/topics.js';
import { UndoRows } from '../application/undo-rows.js';

/** What this lib leaves to the outbox, and who carries it out. */
@Injectable()
export class IntakeJobs implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly judgeRows: JudgeRows,
    private readonly commitRows: CommitRows,
    private readonly undoRows: UndoRows,
    private readonly giveUp: GiveUpBatch,
  ) {}

  onModuleInit(): void {
    this.on(JUDGE_TOPIC, this.judgeRows, (tx, batchId) => this.giveUp.judging(tx, batchId));
    this.on(COMMIT_TOPIC, this.commitRows, (tx, batchId) => this.giveUp.committing(tx, batchId));
    this.on(UNDO_TOPIC, this.undoRows, (tx, batchId) => this.giveUp.undoing(tx, batchId));
  }

  private on(topic: string, rows: RowsWork, giveUp: (tx: Tx, batchId: string) => Promise<void>): void {
    // The payload is what this lib itself wrote.
    const workOf = (payload: Record<string, unknown>) => payload as unknown as BatchWork;
    this.relay.register({
      topic,
      handle: (tx, payload) => rows.part(tx, workOf(payload)),
      exhausted: (tx, payload) => giveUp(tx, workOf(payload).batchId),
    });
  }
}

/** Work on the rows of a batch, a part at a time. */
interface RowsWork {
  part(tx: Tx, work: BatchWork): Promise<Remainder | undefined>;
}
