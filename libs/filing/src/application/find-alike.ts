import { Injectable } from '@nestjs/common';
import type { Sql } from '@app/platform';
import { Persons } from '@app/register';
import { duplicateKeys } from '../domain/duplicate-keys.js';
import { Duplicates, type Likeness } from '../persistence/duplicates.js';
import type { FilingFile } from '../persistence/filings.js';

/** Finds the groups that stand and may be the one that is filed. */
@Injectable()
export class FindAlike {
  constructor(
    private readonly persons: Persons,
    private readonly duplicates: Duplicates,
  ) {}

  async of({ filing, subjectId }: Pick<FilingFile, 'filing' | 'subjectId'>, sql: Sql): Promise<Likeness[]> {
    const { leader } = filing.persons;
    const known =
      leader.idNumber === ''
        ? []
        : await this.persons.known(sql, [this.persons.hashOf(leader.idKind, leader.idNumber)]);
    const keys = duplicateKeys({ ...filing.group, leaders: known.map((person) => ({ person })) });
    return (await this.duplicates.alike([keys], sql, subjectId === null ? [] : [subjectId]))[0];
  }
}
