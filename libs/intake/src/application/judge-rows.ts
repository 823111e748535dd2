import { Injectable } from '@nestjs/common';
import type { Remainder, Tx } from '@app/platform';
import { cellDefects, plainRow } from '../domain/cell.rules.js';
import type { RowJudgement, RowRemark, Sheet, SheetRow } from '../domain/sheet.js';
import { BatchRows, type RowOutcome, type StoredRemark, type StoredRow } from '../persistence/batch-rows.js';
import { Batches } from '../persistence/batches.js';
import { Sheets } from './sheets.js';
import type { BatchWork } from './topics.js';

const PART = 500;

/** The dry run: every row is held against the rules of its sheet and against the register, and nothing is entered. */
@Injectable()
export class JudgeRows {
  constructor(
    private readonly batches: Batches,
    private readonly rows: BatchRows,
    private readonly sheets: Sheets,
  ) {}

  /** Does one part. @returns what is left. */
  async part(tx: Tx, { batchId, after }: BatchWork): Promise<Remainder | undefined> {
    const batch = await this.batches.lock(tx, batchId);
    if (batch?.state !== 'JUDGING') return undefined;
    const rows = await this.rows.next(tx, batchId, 'PENDING', after, PART);
    const sheet = this.sheets.get(batch.sheet);
    const judged = await this.judge(tx, sheet, batch.office, rows);
    const twice = await this.earlier(tx, batchId, 'same', rows, judged, repeats);
    const like = await this.earlier(tx, batchId, 'alike', rows, judged, resembles);
    const outcomes = rows.map((row, index) => {
      const { defects, warnings } = judged[index];
      return outcomeOf(row, [...defects, ...twice[index]], { warnings: [...warnings, ...like[index]] });
    });
    await this.rows.write(tx, batchId, outcomes);
    await this.batches.progress(tx, batchId, rows.length);
    if (rows.length < PART) {
      await this.rows.forgetKeys(tx, batchId);
      await this.batches.move(tx, batchId, 'JUDGED');
      return undefined;
    }
    const done = batch.done + rows.length;
    return { payload: { batchId, after: rows.at(-1)!.line }, progress: { done, total: Math.max(batch.rows, done) } };
  }

  /** Cells first: what is missing or no date is told once, and not again by what follows from it. */
  private async judge(tx: Tx, sheet: Sheet, office: string, rows: readonly SheetRow[]): Promise<RowJudgement[]> {
    const judged = await sheet.judge(tx, office, rows.map(plainRow));
    return rows.map((row, index) => {
      const cells = cellDefects(row, sheet.columns);
      const told = new Set(cells.map(({ column }) => column));
      const rest = judged[index].defects.filter(({ column }) => column === undefined || !told.has(column));
      return { ...judged[index], defects: [...cells, ...rest] };
    });
  }

  /** What is said of each row that shares a key with an earlier one; a row that is refused keeps nobody else out. */
  private async earlier(
    tx: Tx,
    batchId: string,
    kind: 'same' | 'alike',
    rows: readonly StoredRow[],
    judged: readonly RowJudgement[],
    remark: (line: number) => RowRemark,
  ): Promise<RowRemark[][]> {
    const keyed = rows.map(({ line }, index) => {
      const keys = judged[index].defects.length > 0 ? [] : judged[index][kind];
      return { line, keys: keys.map((key) => `${kind}:${key}`) };
    });
    const first = await this.rows.firstWith(tx, batchId, keyed);
    return rows.map(({ line }) => {
      const earlier = first.get(line);
      return earlier === undefined || earlier === line ? [] : [remark(earlier)];
    });
  }
}

/** What the reader and the rules say of a row, and what becomes of it. */
export function outcomeOf(
  { line, remarks }: StoredRow,
  defects: readonly RowRemark[],
  { warnings }: Pick<RowJudgement, 'warnings'>,
): RowOutcome {
  const noted = remarks.filter(({ warning }) => warning);
  const said: StoredRemark[] = warnings.map((each) => ({ ...each, warning: true }));
  return { line, state: defects.length > 0 ? 'REFUSED' : 'GOOD', remarks: [...defects, ...said, ...noted] };
}

function repeats(line: number): RowRemark {
  const message = { zh: `与第${line}行重复`, en: `It repeats line ${line}` };
  return { code: 'REPEATED', message };
}

function resembles(line: number): RowRemark {
  const message = { zh: `与第${line}行可能是同一对象`, en: `It may be about the same as line ${line}` };
  return { code: 'ALIKE', message };
}
