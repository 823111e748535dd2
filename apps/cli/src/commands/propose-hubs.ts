import type { Command } from 'commander';
import { legalDateOf } from '@app/kernel';
import { proposeHubs } from '@app/hub';
import { KINDS, type Kind } from '@app/register';
import { columnsOf, openTableFile } from '../import-file.js';

const NAMES = ['name', 'scope', 'kind', 'formerSupervisor', 'division'] as const;

export function addProposeHubs(program: Command): void {
  program
    .command('propose-hubs')
    .description(
      `print the three hubs that each organization of an .xlsx or CSV file belongs to best: ${NAMES.join(',')}`,
    )
    .argument('<file>')
    .action(printProposals);
}

/** One line of JSON for each organization; it reads no register and writes nothing. */
async function printProposals(file: string): Promise<void> {
  const today = legalDateOf(new Date());
  const { rows } = await openTableFile(file, columnsOf(NAMES, NAMES));
  for await (const row of rows) {
    const said = 'broken' in row ? { line: row.line, broken: row.broken.zh } : proposalOf(row, today);
    process.stdout.write(`${JSON.stringify(said)}\n`);
    if ('broken' in said) process.exitCode = 1;
  }
}

function proposalOf(
  { line, values }: { readonly line: number; readonly values: Readonly<Record<(typeof NAMES)[number], string>> },
  today: string,
) {
  const { name, scope, kind: written, formerSupervisor } = values;
  const kind = KINDS.find((one): one is Kind => one === written.trim());
  const { vocabulary, proposals } = proposeHubs({ name, scope, kind, formerSupervisor }, today);
  return { line, name, hubs: proposals.map(({ hub }) => hub), vocabulary, proposals };
}
