import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import type { Violation } from '@app/kernel';
import { Clock, Reads } from '@app/platform';
import { FilingQueries } from './filing.queries.js';
import { FilingReview } from './filing-review.js';

/** Tells every defect of what is filed, without filing it. */
@Injectable()
export class ValidateFiling {
  constructor(
    private readonly queries: FilingQueries,
    private readonly review: FilingReview,
    private readonly reads: Reads,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when the case is not the reader's to know of. */
  async execute(id: string, reader: Principal): Promise<Violation[]> {
    const view = await this.queries.get(id, reader);
    return this.review.violations({ ...view, caseId: id }, this.clock.today(), this.reads, view.insider);
  }
}
