import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { AddCodeRange } from '../application/add-code-range.js';

const BEIJING = '110000';
const CODES_EACH = 5_000;

/** Organization codes for trying the program out: one range for the city and one for each district. */
@Injectable()
export class SeedDemoCodeRanges {
  constructor(private readonly addCodeRange: AddCodeRange) {}

  async execute(tx: Tx): Promise<void> {
    const [{ present }] = await tx.rows<{ present: boolean }>(
      'SELECT EXISTS (SELECT 1 FROM register.code_range) AS present',
    );
    if (present) return;
    const registrars = await tx.rows<{ code: string }>(
      `SELECT code FROM register.division WHERE active AND (code = $1 OR (parent = $1 AND level = 'DISTRICT')) ORDER BY code`,
      [BEIJING],
    );
    for (const [index, { code: authority }] of registrars.entries()) {
      const firstSerial = index * CODES_EACH;
      // MJD: a prefix that no code of the vectors we know uses, so that demo codes are seen to be such.
      await this.addCodeRange.execute(tx, {
        authority,
        prefix: 'MJD',
        firstSerial,
        lastSerial: firstSerial + CODES_EACH - 1,
      });
    }
  }
}
