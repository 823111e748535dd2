import type { TestDatabase } from '../support/database.js';
import { type Bureau } from '../support/registrations.js';
import { each, nameOf } from './many-applications.js';

/** Files applications over HTTP. @returns how many were received: the draft answered with 201, its submission with 200. */
export async function file(bureau: Bureau, from: number, count: number, atOnce: number): Promise<number> {
  let filed = 0;
  await each(count, atOnce, async (index) => {
    const registration = await bureau.draft({ name: nameOf(from + index) });
    const { status } = await registration.act('applicant', 'submit');
    if (status === 200) filed += 1;
  });
  return filed;
}

export interface Deemed {
  /** Applications that were deemed accepted, and how often all together. */
  readonly cases: number;
  readonly steps: number;
  /** Messages of the job by what became of them. */
  readonly waiting: number;
  readonly dead: number;
  readonly done: number;
}

/** What the job of deemed acceptance (许可法 第三十二条) has come to. */
export async function deemed(database: TestDatabase): Promise<Deemed> {
  const [row] = await database.asApplication<Deemed & Record<string, unknown>>(
    `SELECT (SELECT count(DISTINCT case_id)::int FROM casework.step WHERE action = 'deem-accepted') AS cases,
            (SELECT count(*)::int FROM casework.step WHERE action = 'deem-accepted') AS steps,
            count(*) FILTER (WHERE state = 'WAITING')::int AS waiting,
            count(*) FILTER (WHERE state = 'DEAD')::int AS dead,
            count(*) FILTER (WHERE state = 'DONE')::int AS done
       FROM platform.outbox WHERE topic = 'establishment.deem-accepted'`,
  );
  return row;
}
