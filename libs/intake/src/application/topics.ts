/** Work that this lib leaves to the outbox; its payload is a `BatchWork`. */
export const JUDGE_TOPIC = 'intake.judge';
export const COMMIT_TOPIC = 'intake.commit';
export const UNDO_TOPIC = 'intake.undo';

/** Where the work on a batch stands: it goes by the lines of the file. */
export interface BatchWork {
  readonly batchId: string;
  readonly after: number;
}
