import { Injectable } from '@nestjs/common';
import { ActionNotAllowed, bodyCode, buildCreditCode } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { Kind } from '../domain/vocabulary.js';

/**
 * The organization codes (GB 11714) that each registrar holds. The row lock on a range makes two
 * decisions at once wait for each other, and a decision that fails gives its code back by rolling
 * back, so codes are neither doubled nor lost.
 */
@Injectable()
export class CodePool {
  /**
   * Issues the next free credit code of a registrar.
   * @throws ActionNotAllowed when its ranges are used up.
   */
  async issue(tx: Tx, authority: string, kind: Kind): Promise<string> {
    for (;;) {
      const code = buildCreditCode({ kind, authority, body8: await this.nextBody(tx, authority) });
      // A range may hold codes that an imported organization has already.
      const [{ taken }] = await tx.rows<{ taken: boolean }>(
        'SELECT EXISTS (SELECT 1 FROM register.organization WHERE substr(credit_code, 9, 9) = $1) AS taken',
        [code.slice(8, 17)],
      );
      if (!taken) return code;
    }
  }

  private async nextBody(tx: Tx, authority: string): Promise<string> {
    const rows = await tx.rows<{ prefix: string; serial: number }>(
      `UPDATE register.code_range SET next_serial = next_serial + 1
        WHERE id = (SELECT id FROM register.code_range WHERE authority = $1 AND next_serial <= last_serial
                     ORDER BY id LIMIT 1 FOR UPDATE)
       RETURNING prefix, next_serial - 1 AS serial`,
      [authority],
    );
    if (rows.length === 0) {
      const zh = `登记管理机关${authority}的组织机构代码已用完，请先补充号段`;
      throw new ActionNotAllowed([], { zh, en: `Registrar ${authority} has no organization codes left; add a range` });
    }
    return bodyCode(rows[0].prefix, rows[0].serial);
  }
}
