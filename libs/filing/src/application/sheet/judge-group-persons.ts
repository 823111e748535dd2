import { Injectable } from '@nestjs/common';
import type { RowRemark } from '@app/intake';
import type { Tx } from '@app/platform';
import { Persons, Restrictions, type Restriction } from '@app/register';
import type { Filing, GroupPerson } from '../../domain/filing-content.js';
import { remarkOf } from '../../domain/sheet/row-filing.js';
import { FILING, FILING_BY_HUB } from '../../domain/filing.workflow.js';
import { LeadersOfMany } from '../leaders-of-many.js';

/** What the register says of the persons of a row. */
export interface PersonsJudged {
  readonly defects: readonly RowRemark[];
  readonly warnings: readonly RowRemark[];
  /** The keyed hash of the leader's document, and the person if the register knows him. */
  readonly hash: string;
  readonly leader: string | undefined;
}

interface Named {
  readonly column: 'leaderName' | 'administrators';
  readonly hash: string;
  readonly name: string;
}

const RECORDING = [`${FILING.name}.record`, `${FILING_BY_HUB.name}.record`];

/** Asks the register about the persons of many filings at once: names, restrictions, how many groups each leads. */
@Injectable()
export class JudgeGroupPersons {
  constructor(
    private readonly persons: Persons,
    private readonly restrictions: Restrictions,
    private readonly leaders: LeadersOfMany,
  ) {}

  /** @param found what is wrong with each already: it leads nobody's group, and names nobody for good. */
  async judge(tx: Tx, filings: readonly Filing[], found: readonly (readonly RowRemark[])[]): Promise<PersonsJudged[]> {
    const named = filings.map((filing, index) => (found[index].length > 0 ? [] : this.named(filing)));
    const known = await this.persons.byHash(
      tx,
      named.flat().map(({ hash }) => hash),
    );
    const bars = await this.bars(tx, filings, named, known);
    const leads = await this.leaders.tooMany(
      tx,
      named.map(([leader]) => leader?.hash),
    );
    const names = new Map([...known].map(([hash, { name }]) => [hash, name]));
    return named.map((people, index) => {
      const ids = people.map(({ hash }) => known.get(hash)?.id);
      const touched = (bars.get(filings[index].group.division) ?? []).filter(({ subjectId }) =>
        ids.includes(subjectId),
      );
      const said = touched.map(({ effect, reason }) => ({ effect, remark: restricted(reason) }));
      const tooMany = leads[index];
      return {
        defects: [
          ...people.filter((person) => isAnother(names, person)).map(({ column }) => differs(column)),
          ...said.filter(({ effect }) => effect === 'BAR').map(({ remark }) => remark),
          ...(tooMany ? [remarkOf(tooMany)] : []),
        ],
        warnings: said.filter(({ effect }) => effect === 'WARN').map(({ remark }) => remark),
        hash: people[0]?.hash ?? '',
        leader: ids[0],
      };
    });
  }

  /** What stands against the persons whom the register knows, by the street where it is asked about. */
  private async bars(
    tx: Tx,
    filings: readonly Filing[],
    named: readonly (readonly Named[])[],
    known: ReadonlyMap<string, { readonly id: string }>,
  ): Promise<ReadonlyMap<string, (Restriction & { subjectId: string })[]>> {
    const asked = new Map<string, string[]>();
    for (const [index, { group }] of filings.entries()) {
      const ids = named[index].flatMap(({ hash }) => known.get(hash)?.id ?? []);
      if (ids.length > 0) asked.set(group.division, [...(asked.get(group.division) ?? []), ...ids]);
    }
    const found = new Map<string, (Restriction & { subjectId: string })[]>();
    for (const [division, ids] of asked) {
      found.set(division, await this.restrictions.touching(tx, ids, RECORDING, division));
    }
    return found;
  }

  private named({ persons: { leader, administrators } }: Filing): Named[] {
    const of =
      (column: Named['column']) =>
      (person: GroupPerson): Named => {
        return { column, name: person.name, hash: this.persons.hashOf(person.idKind, person.idNumber) };
      };
    return [of('leaderName')(leader), ...administrators.map(of('administrators'))];
  }
}

/** The register, or an earlier row, knows this document under another name; else it is known by this one from here on. */
function isAnother(names: Map<string, string>, { hash, name }: Named): boolean {
  const known = names.get(hash) ?? name;
  names.set(hash, known);
  return known !== name;
}

function differs(column: Named['column']): RowRemark {
  const zh = '此证件号码在登记簿或者前面的行中属于另一姓名';
  const en = 'The register, or an earlier row, has this document under another name';
  return { column, code: 'PERSON_NAME_DIFFERS', message: { zh, en } };
}

function restricted(reason: string): RowRemark {
  return { column: 'leaderName', code: 'PERSON_RESTRICTED', message: { zh: reason, en: reason } };
}
