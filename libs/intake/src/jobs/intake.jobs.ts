import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type Remainder, type Tx } from '@app/platform';
import { CommitRows } from '../application/commit-rows.js';
import { JudgeRows } from '../application/judge-rows.js';
import { COMMIT_TOPIC, JUDGE_TOPIC, UNDO_TOPIC, type BatchWork } from '../application/topics.js';
import { UndoRows } from '../application/undo-rows.js';
import type { BatchState } from '../domain/batch.workflow.js';
import { Batches } from '../persistence/batches.js';

/** What this lib leaves to the outbox, and who carries it out. */
@Injectable()
export class IntakeJobs implements OnModuleInit {
  constructor(
    private readonly relay: OutboxRelay,
    private readonly judgeRows: JudgeRows,
    private readonly commitRows: CommitRows,
    private readonly undoRows: UndoRows,
    private readonly batches: Batches,
  ) {}

  onModuleInit(): void {
    this.on(JUDGE_TOPIC, 'DISCARDED', (tx, work) => this.judgeRows.part(tx, work));
    this.on(COMMIT_TOPIC, 'JUDGED', (tx, work) => this.commitRows.part(tx, work));
    this.on(UNDO_TOPIC, 'COMMITTED', (tx, work) => this.undoRows.part(tx, work));
  }

  /** @param failed where a batch is put that could not be worked on after all attempts: there an officer decides anew. */
  private on(
    topic: string,
    failed: BatchState,
    part: (tx: Tx, work: BatchWork) => Promise<Remainder | undefined>,
  ): void {
    // The payload is what this lib itself wrote.
    const workOf = (payload: Record<string, unknown>) => payload as unknown as BatchWork;
    this.relay.register({
      topic,
      handle: (tx, payload) => part(tx, workOf(payload)),
      exhausted: (tx, payload) => this.batches.move(tx, workOf(payload).batchId, failed),
    });
  }
}
