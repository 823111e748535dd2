import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';

/**
 * Numbers of receipts, decisions and certificates: 1, 2, 3 … in each series and year, without a gap.
 * The row of the series is locked until the transaction ends, so the next caller waits, and a number
 * of a transaction that fails is given again.
 */
@Injectable()
export class NumberSeries {
  /** @param series letters, digits and `: . _ -`, e.g. `receipt:440300`. */
  async next(tx: Tx, series: string, year: number): Promise<number> {
    const { last } = await tx.row<{ last: number }>(
      `INSERT INTO documents.number_series AS s (series, year, last) VALUES ($1, $2, 1)
       ON CONFLICT (series, year) DO UPDATE SET last = s.last + 1
       RETURNING last`,
      [series, year],
    );
    return last;
  }
}
