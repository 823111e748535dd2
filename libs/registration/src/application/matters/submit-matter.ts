import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { findCase } from '@app/casework';
import type { Tx } from '@app/platform';
import { SubmitApplication } from '../submit-application.js';
import type { OpenMatter } from './matter-procedures.js';
import { requireRight } from './matter-rights.js';

/** Files a matter as an application is filed; whoever has ceased to be the organization's agent no longer speaks for it. */
@Injectable()
export class SubmitMatter {
  constructor(private readonly submitApplication: SubmitApplication) {}

  /** @throws RuleViolated with every defect, unless the organization insists. */
  async execute(
    tx: Tx,
    { matter, file, procedure }: OpenMatter,
    by: Principal,
    expectedVersion: number,
    insist: boolean,
  ): Promise<void> {
    const { caseId, creditCode } = file;
    const record = await findCase(tx, caseId);
    if (record?.applicantId === by.accountId) requireRight(by, matter, { creditCode, authority: record.authority });
    await this.submitApplication.execute(tx, procedure, by, caseId, expectedVersion, insist);
  }
}
