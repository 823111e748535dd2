import { Injectable } from '@nestjs/common';
import { violationOf, type Violation } from '@app/kernel';
import type { Tx } from '@app/platform';
import type { ApplicationLeader } from '../domain/application.js';
import { NAME_MATCH } from '../domain/people.table.js';
import type { ReviewOpinion } from '../domain/review-opinion.js';
import { PersonJudgements } from '../persistence/person-judgements.js';
import { Representatives, type NameMatch } from './representatives.js';

/** The people of a case, and where they stand in it. */
export interface PeopleOfCase {
  readonly list: '/leaders' | '/people';
  readonly people: readonly ApplicationLeader[];
  /** The organization itself, which its own people may lead. */
  readonly except?: string;
}

/**
 * A match on the name alone never refuses anybody: the reviewer is told what matched, finds out whether it
 * is the same person, and says why. What he found is kept, so that the next case does not ask again.
 */
@Injectable()
export class JudgePersons {
  constructor(
    private readonly representatives: Representatives,
    private readonly judgements: PersonJudgements,
  ) {}

  /** Keeps the judgements of an opinion. @returns a defect for each match that is still open. */
  async settle(
    tx: Tx,
    caseId: string,
    { list, people, except }: PeopleOfCase,
    opinion: ReviewOpinion,
  ): Promise<Violation[]> {
    const open: NameMatch[] = [];
    for (const match of await this.representatives.nameMatches(people, list, tx, except)) {
      const judgement = opinion.personJudgements?.find(
        ({ pointer, creditCode }) => pointer === match.pointer && creditCode === match.creditCode,
      );
      if (!judgement) {
        if (!match.judged) open.push(match);
        continue;
      }
      const { same, reason, creditCode } = judgement;
      const personHash = this.representatives.hashOf(people[Number(match.pointer.split('/')[2])]);
      await this.judgements.add(tx, { personHash, creditCode, same, reason, caseId });
    }
    return open.map(({ pointer, creditCode, name }) =>
      violationOf(
        NAME_MATCH,
        pointer,
        `${name}（${creditCode}）的法定代表人与其同名，登记簿只知其姓名：请核实是否同一人并说明理由`,
        `the legal representative of ${name} (${creditCode}) bears the same name, and no more is known: find out whether it is the same person, and say why`,
      ),
    );
  }
}
