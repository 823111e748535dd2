import { Injectable } from '@nestjs/common';
import { RuleViolated, violationOf } from '@app/kernel';
import type { Tx } from '@app/platform';
import { filingNumber, NUMBERS_A_YEAR } from '../domain/filing-number.js';
import { ONE_FILING } from '../domain/filing.table.js';

/** Gives filing numbers: 1, 2, 3 … in each street and year, never one twice. */
@Injectable()
export class FilingNumbers {
  /** A number for each of these streets, in their order. @throws RuleViolated when a street has none left. */
  async next(tx: Tx, streets: readonly string[]): Promise<string[]> {
    const year = Number(tx.today.slice(0, 4));
    const next = new Map<string, number>();
    // In one order, so that two who take numbers of the same streets do not wait for each other.
    for (const street of [...new Set(streets)].sort()) {
      const count = streets.filter((each) => each === street).length;
      next.set(street, (await this.take(tx, street, year, count)) - count + 1);
    }
    return streets.map((street) => {
      const serial = next.get(street)!;
      next.set(street, serial + 1);
      return filingNumber(street, year, serial);
    });
  }

  /** @returns the last of the numbers taken. */
  private async take(tx: Tx, street: string, year: number, count: number): Promise<number> {
    const rows = await tx.rows<{ last: number }>(
      `INSERT INTO filing.number_series AS s (street, year, last) VALUES ($1, $2, $3)
       ON CONFLICT (street, year) DO UPDATE SET last = s.last + $3 WHERE s.last + $3 <= ${NUMBERS_A_YEAR}
       RETURNING last`,
      [street, year, count],
    );
    const [zh, en] = ['该街道本年的备案号已经用尽', 'This street has no filing number left for this year'];
    if (rows.length === 0) throw new RuleViolated([violationOf(ONE_FILING, '', zh, en, 'FILING-NUMBERS')]);
    return rows[0].last;
  }
}
