import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxRelay, type Remainder, type Tx } from '@app/platform';
import { CommitRows } from '../application/commit-rows.js';
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
  ) {}

  onModuleInit(): void {
    this.on(JUDGE_TOPIC, (tx, work) => this.judgeRows.part(tx, work));
    this.on(COMMIT_TOPIC, (tx, work) => this.commitRows.part(tx, work));
    this.on(UNDO_TOPIC, (tx, work) => this.undoRows.part(tx, work));
  }

  private on(topic: string, part: (tx: Tx, work: BatchWork) => Promise<Remainder | undefined>): void {
    // The payload is what this lib itself wrote.
    this.relay.register({ topic, handle: (tx, payload) => part(tx, payload as unknown as BatchWork) });
  }
}
