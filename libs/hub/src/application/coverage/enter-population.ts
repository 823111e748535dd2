import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import type { Principal } from '@app/access';
import { RuleViolated, violationOf } from '@app/kernel';
import type { Tx } from '@app/platform';
import { DivisionQueries } from '@app/register';
import { POPULATION } from '../../domain/coverage/indicators.table.js';
import type { PopulationFigure } from './indicators.queries.js';

/** An administrator enters how many permanent residents a published source gives for a year. */
@Injectable()
export class EnterPopulation {
  constructor(
    private readonly divisions: DivisionQueries,
    private readonly audit: Audit,
  ) {}

  /** A figure that was wrong is entered again: the newest of a year counts. @throws RuleViolated */
  async execute(tx: Tx, by: Principal, figure: Omit<PopulationFigure, 'enteredOn'>): Promise<PopulationFigure> {
    const { division, year, residents, source } = figure;
    const violations = [];
    if (!(await this.divisions.find(division, tx))) {
      violations.push(violationOf(POPULATION, '/division', '没有此行政区划', 'No such division'));
    }
    if (year > Number(tx.today.slice(0, 4))) {
      violations.push(violationOf(POPULATION, '/year', '年度不得晚于本年', 'The year has not begun'));
    }
    if (violations.length > 0) throw new RuleViolated(violations);
    await tx.execute(
      `INSERT INTO hub.population (division, year, residents, source, entered_by, entered_on) VALUES ($1, $2, $3, $4, $5, $6)`,
      [division, year, residents, source, by.accountId, tx.today],
    );
    const detail = { division, year, residents, source };
    await this.audit.record(tx, {
      action: 'hub.enter-population',
      subjectType: 'population',
      subjectId: division,
      detail,
    });
    return { ...figure, enteredOn: tx.today };
  }
}
