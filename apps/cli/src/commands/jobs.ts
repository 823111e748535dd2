import type { INestApplicationContext } from '@nestjs/common';
import { Option, type Command } from 'commander';
import { Audit } from '@app/audit';
import { JOB_STATES, Jobs, SYSTEM, UnitOfWork, type Job, type JobState } from '@app/platform';
import { withContext } from '../cli-context.js';

export function addJobs(program: Command): void {
  program
    .command('jobs')
    .description('show the newest jobs, or put a dead one back in line')
    .addOption(new Option('--state <state>', 'only these').choices(JOB_STATES))
    .option('--retry <id>', 'put a dead job back in line')
    .action(({ state, retry }: { state?: JobState; retry?: string }) =>
      withContext(async (context) => {
        const jobs = context.get(Jobs);
        const shown = retry ? [await retryJob(context, retry)] : (await jobs.list(state, 100)).items;
        process.stdout.write(shown.length === 0 ? 'no jobs\n' : shown.map(line).join(''));
      }),
    );
}

async function retryJob(context: INestApplicationContext, id: string): Promise<Job> {
  if (!/^\d{1,18}$/.test(id)) throw new Error(`${id} is no id of a job`);
  return context.get(UnitOfWork).run(SYSTEM, async (tx) => {
    await context.get(Audit).record(tx, { action: 'platform.retry-job', subjectType: 'job', subjectId: id });
    return context.get(Jobs).retry(tx, id);
  });
}

function line({ id, topic, state, attempts, dueAt, lastError }: Job): string {
  return `${id} ${state} ${topic} due ${dueAt.toISOString()} attempts ${attempts}${lastError ? ` ${lastError}` : ''}\n`;
}
