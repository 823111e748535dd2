import type { Command } from 'commander';
import { legalDateOf } from '@app/kernel';
import { proposeHubs } from '@app/hub';
import { KINDS, type Kind } from '@app/register';
import { recordsBy } from '../import-file.js';

const COLUMNS = ['name', 'scope', 'kind', 'formerSupervisor', 'division'] as const;

export function addProposeHubs(program: Command): void {
  program
    .command('propose-hubs')
    .description(`print the three hubs that each organization of a CSV file belongs to best: ${COLUMNS.join(',')}`)
    .argument('<file>')
    .action(printProposals);
}

/** One line of JSON for each organization; it reads no register and writes nothing. */
async function printProposals(file: string): Promise<void> {
  const today = legalDateOf(new Date());
  for await (const record of recordsBy(file, COLUMNS)) {
    const said = 'broken' in record ? { line: record.line, broken: record.broken.zh } : proposalOf(record, today);
    process.stdout.write(`${JSON.stringify(said)}\n`);
    if ('broken' in said) process.exitCode = 1;
  }
}

function proposalOf(
  { line, row }: { readonly line: number; readonly row: Readonly<Record<(typeof COLUMNS)[number], string>> },
  today: string,
) {
  const { name, scope, kind: written, formerSupervisor } = row;
  const kind = KINDS.find((one): one is Kind => one === written.trim());
  const { vocabulary, proposals } = proposeHubs({ name, scope, kind, formerSupervisor }, today);
  return { line, name, hubs: proposals.map(({ hub }) => hub), vocabulary, proposals };
}
