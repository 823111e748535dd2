import { Injectable } from '@nestjs/common';
import type { RowRemark } from '@app/intake';
import type { Tx } from '@app/platform';
import { Persons } from '@app/register';
import type { GroupReferences } from '../../domain/filed-state.js';
import type { Filing } from '../../domain/filing-content.js';

/** Records the persons of many filings at once. */
@Injectable()
export class GroupReferencesOf {
  constructor(private readonly persons: Persons) {}

  /** The references of each filing, or which of its persons the register knows under another name. */
  async of(tx: Tx, filings: readonly Filing[]): Promise<(GroupReferences | RowRemark)[]> {
    const people = filings.flatMap(({ persons: { leader, administrators } }) => [leader, ...administrators]);
    const recorded = await this.persons.recordAll(
      tx,
      people.map(({ name, idKind: kind, idNumber: number }) => ({ name, document: { kind, number } })),
    );
    let next = 0;
    return filings.map(({ persons: { administrators } }) => {
      const [leader, ...others] = recorded.slice(next, next + 1 + administrators.length);
      next += 1 + administrators.length;
      if (!leader) return differs('leaderName');
      const known = others.filter((other) => other !== undefined);
      return known.length < others.length ? differs('administrators') : { leader, administrators: known };
    });
  }
}

function differs(column: string): RowRemark {
  const zh = '登记簿中此证件号码登记在另一姓名之下';
  return {
    column,
    code: 'PERSON_NAME_DIFFERS',
    message: { zh, en: 'The register knows this document under another name' },
  };
}
