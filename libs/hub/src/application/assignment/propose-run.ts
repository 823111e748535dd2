import { Injectable } from '@nestjs/common';
import { Audit } from '@app/audit';
import { Outbox, type Remainder, type Tx } from '@app/platform';
import { ProposeAssignments } from './propose-assignments.js';
import { PROPOSE_RUN_TOPIC } from './topics.js';

/** Organizations in one part: each part commits, so that a process that dies loses one part's work at most. */
const PART = 1_000;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** What one run is about: those of a division without a hub, or, with `all`, those that have one too. */
export interface RunScope {
  readonly division: string;
  readonly all: boolean;
}

/** Where a run stands: it goes by the ids of subjects, so it resumes where it was, whatever came meanwhile. */
export interface Run extends RunScope {
  readonly prefix: string;
  readonly after: string;
  readonly done: number;
  readonly total: number;
}

/** Proposes hubs for the whole register, part by part. */
@Injectable()
export class ProposeRun {
  constructor(
    private readonly proposals: ProposeAssignments,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @param prefix what the divisions of the registrars begin with. @returns the id of the job. */
  async start(tx: Tx, scope: RunScope, prefix: string): Promise<string> {
    const total = await this.count(tx, scope, prefix);
    const payload: Run = { ...scope, prefix, after: FIRST, done: 0, total };
    const id = await this.outbox.add(tx, { topic: PROPOSE_RUN_TOPIC, payload: { ...payload } });
    await this.audit.record(tx, {
      action: 'hub.propose-run',
      subjectType: 'job',
      subjectId: id!,
      detail: { ...scope },
    });
    return id!;
  }

  /** Does one part. @returns what is left. */
  async part(tx: Tx, run: Run): Promise<Remainder | undefined> {
    const subjects = await tx.rows<{ id: string }>(
      `SELECT o.subject_id AS id FROM hub.organization o
        WHERE ${IN_RUN} AND o.subject_id > $3 ORDER BY o.subject_id LIMIT ${PART}`,
      [run.prefix, run.all, run.after],
    );
    const ids = subjects.map(({ id }) => id);
    await this.proposals.execute(tx, ids, 'RUN', run.all);
    if (ids.length < PART) return undefined;
    const done = run.done + ids.length;
    const total = Math.max(run.total, done);
    return { payload: { ...run, after: ids.at(-1)!, done, total }, progress: { done, total } };
  }

  private async count(tx: Tx, { all }: RunScope, prefix: string): Promise<number> {
    const sql = `SELECT count(*)::int AS total FROM hub.organization o WHERE ${IN_RUN}`;
    return (await tx.row<{ total: number }>(sql, [prefix, all])).total;
  }
}

/** Active legal persons, of the registrars that are asked for, and without a hub that stands unless all are. */
const IN_RUN = `o.active AND o.standing = 'REGISTERED' AND starts_with(o.authority, $1) AND ($2::boolean OR NOT EXISTS (
  SELECT 1 FROM register.hub h WHERE h.code = o.primary_hub AND h.standing <> 'WITHDRAWN'))`;
