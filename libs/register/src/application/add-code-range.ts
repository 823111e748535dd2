import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import { cite, RuleViolated, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';

export interface CodeRange {
  /** Division of the registrar, six digits. */
  readonly authority: string;
  /** The fixed beginning of the codes, e.g. MJ0. */
  readonly prefix: string;
  readonly firstSerial: number;
  readonly lastSerial: number;
}

const GROUND = cite('GB 11714-1997 全国组织机构代码编制规则', '4');
const EXCLUSION_VIOLATION = '23P01';

/** Enters a range of organization codes that a registrar was allotted. */
@Injectable()
export class AddCodeRange {
  constructor(private readonly audit: Audit) {}

  /** @throws RuleViolated when the range does not fit eight characters or meets another one. */
  async execute(tx: Tx, range: CodeRange): Promise<{ id: string }> {
    const violations = await this.violations(tx, range);
    if (violations.length > 0) throw new RuleViolated(violations);
    const [row] = await tx
      .rows<{ id: string }>(
        `INSERT INTO register.code_range (authority, prefix, first_serial, last_serial, next_serial)
         VALUES ($1, $2, $3, $4, $3) RETURNING id`,
        [range.authority, range.prefix, range.firstSerial, range.lastSerial],
      )
      .catch((error: { code?: string }) => {
        if (error.code === EXCLUSION_VIOLATION) {
          throw new RuleViolated([
            violation('CODE_RANGE_TAKEN', '/firstSerial', '号段与已有号段重叠', 'The range meets another one'),
          ]);
        }
        throw error;
      });
    const { authority, prefix, firstSerial, lastSerial } = range;
    const detail = { authority, prefix, firstSerial, lastSerial };
    await this.audit.record(tx, {
      action: 'register.add-code-range',
      subjectType: 'code-range',
      subjectId: row.id,
      ground: GROUND,
      detail,
    });
    return row;
  }

  private async violations(tx: Tx, range: CodeRange): Promise<Violation[]> {
    const found: Violation[] = [];
    const known = await tx.rows('SELECT 1 FROM register.division WHERE code = $1 AND length(code) = 6', [
      range.authority,
    ]);
    if (known.length === 0)
      found.push(violation('DIVISION_UNKNOWN', '/authority', '没有此行政区划', 'No such division'));
    const size = 10 ** (8 - range.prefix.length);
    if (range.lastSerial < range.firstSerial || range.lastSerial >= size) {
      const zh = `号段须在0至${size - 1}之间，且止号不小于起号`;
      found.push(violation('CODE_RANGE', '/lastSerial', zh, `Serials run from 0 to ${size - 1}, first to last`));
    }
    return found;
  }
}

function violation(code: string, pointer: string, zh: string, en: string): Violation {
  return { code, pointer, message: { zh, en }, citation: GROUND };
}
