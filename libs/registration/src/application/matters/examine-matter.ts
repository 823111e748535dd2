import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import type { Violation } from '@app/kernel';
import { Clock, Reads } from '@app/platform';
import { Persons } from '@app/register';
import { MATTERS, matterViolations } from '../../domain/matters/matters.js';
import { sideBySide, type Compared } from '../../domain/matters/side-by-side.js';
import { MatterQueries } from './matter.queries.js';
import { MatterReview } from './matter-review.js';

export interface Examination {
  readonly violations: readonly Violation[];
  readonly remarks: readonly Violation[];
  readonly difference: readonly Compared[];
}

/** What speaks against a matter today, what was not done in time, and what it would change. */
@Injectable()
export class ExamineMatter {
  constructor(
    private readonly reads: Reads,
    private readonly queries: MatterQueries,
    private readonly review: MatterReview,
    private readonly persons: Persons,
    private readonly clock: Clock,
  ) {}

  /** @throws NotFound when it is not the reader's to know of. */
  async execute(id: string, reader: Principal): Promise<Examination> {
    const { type, filed } = await this.queries.get(id, reader);
    const today = this.clock.today();
    const facts = await this.review.facts(filed, today);
    const matter = MATTERS[type];
    const { person } = facts.organization.legalRepresentative ?? {};
    const names = await this.persons.names(person ? [person] : []);
    const charter = await this.approvedCharter(filed.creditCode, id);
    return {
      violations: matterViolations(matter, facts, today),
      remarks: matter.remarks?.(facts, today) ?? [],
      difference: sideBySide(filed, facts.organization, { charter, representative: names.get(person ?? '') }),
    };
  }

  /** The charter that was approved last, before this case. */
  private async approvedCharter(creditCode: string, except: string): Promise<string | undefined> {
    const rows = await this.reads.rows<{ text: string }>(
      `SELECT a.content->'charter'->>'text' AS text
         FROM registration.matter m JOIN registration.decision d ON d.case_id = m.case_id AND d.outcome = 'APPROVED'
         JOIN registration.application a ON a.case_id = m.case_id JOIN casework.case c ON c.id = m.case_id
        WHERE m.credit_code = $1 AND m.type = 'CHARTER_APPROVAL' AND m.case_id <> $2
        ORDER BY d.decided_on DESC, c.created_at DESC LIMIT 1`,
      [creditCode, except],
    );
    return rows.at(0)?.text;
  }
}
