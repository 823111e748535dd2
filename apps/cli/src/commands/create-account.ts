import { text } from 'node:stream/consumers';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { CreateInstallationAccount, generatePassword, ROLES, type Role } from '@app/access';
import { Refusal, RuleViolated } from '@app/kernel';
import { SYSTEM, UnitOfWork } from '@app/platform';
import { withContext } from '../cli-context.js';

interface Options {
  readonly name: string;
  readonly role: Role;
  readonly scope?: string | null;
  readonly passwordStdin?: true;
}

export function addCreateAccount(program: Command): void {
  program
    .command('create-account')
    .description('make one of the first accounts of an installation; once there are two administrators, they do it')
    .argument('<username>', '3-64 of a-z 0-9 . _ -', readUsername)
    .requiredOption('--name <name>', 'name of the person')
    .addOption(new Option('--role <role>', 'what the account may do').choices(ROLES).makeOptionMandatory())
    .option('--scope <scope>', 'division, hub, credit code or organ that the role is limited to')
    .option('--password-stdin', 'read the password from standard input; otherwise one is made and printed once')
    .action(createAccount);
}

async function createAccount(username: string, { name, role, scope = null, passwordStdin }: Options): Promise<void> {
  const password = passwordStdin ? (await text(process.stdin)).replace(/\r?\n$/, '') : generatePassword();
  const account = { username, displayName: name, password, role, scope };
  try {
    const id = await withContext((context) =>
      context.get(UnitOfWork).run(SYSTEM, (tx) => context.get(CreateInstallationAccount).execute(tx, account)),
    );
    process.stdout.write(`${username} ${id}\n${passwordStdin ? '' : `password: ${password}\n`}`);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    process.stderr.write(`${refusalText(error)}\n`);
    process.exitCode = 1;
  }
}

function refusalText(refusal: Refusal): string {
  const texts = refusal instanceof RuleViolated ? refusal.violations.map(({ message }) => message) : [refusal.text];
  return texts.map(({ zh, en }) => `${zh} / ${en}`).join('\n');
}

function readUsername(value: string): string {
  if (!/^[a-z0-9._-]{3,64}$/.test(value)) throw new InvalidArgumentError('3-64 of a-z 0-9 . _ -');
  return value;
}
