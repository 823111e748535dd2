import type { INestApplicationContext } from '@nestjs/common';
import type { Command } from 'commander';
import { Audit } from '@app/audit';
import { KeyedStores, KeyRing, Reads, RotateKeys, type KeyAudit } from '@app/platform';
import { withContext } from '../cli-context.js';
import { asOwner } from '../owner.js';

export function addKeys(program: Command): void {
  const keys = program.command('keys').description('the keys in use: how much lies under each; change and drop them');
  keys.command('show').description('show the ids of the keys and how many values lie under each').action(show);
  keys
    .command('rotate')
    .description('make new keys and bring everything under them, while the program serves; goes on where it was killed')
    .action(rotate);
  keys
    .command('drop <id>')
    .description('take an old key out of the file; backups from before the change then need a copy of it')
    .action(drop);
}

const show = () =>
  withContext(async (context) => {
    const ring = context.get(KeyRing);
    const counts = await context.get(KeyedStores).countByKey(context.get(Reads));
    for (const id of new Set([...ring.encryptionKeys, ...counts.keys()])) {
      const state = id === ring.current ? 'in use' : ring.encryptionKeys.includes(id) ? 'old' : 'MISSING';
      process.stdout.write(`${id} ${state}: ${counts.get(id) ?? 0} values\n`);
    }
  });

const rotate = () =>
  withContext((context) =>
    asOwner(async (_dataSource, owner) => {
      const { keyId, resumed, values } = await context.get(RotateKeys).rotate(owner, auditOf(context), progressLines());
      process.stdout.write(`${resumed ? 'resumed and rotated' : 'rotated'}: ${values} values under ${keyId}\n`);
    }),
  );

const auditOf =
  (context: INestApplicationContext): KeyAudit =>
  (tx, action, keyId) =>
    context.get(Audit).record(tx, { action, subjectType: 'key', subjectId: keyId });

/** Tells how far it is, once a second at most. */
function progressLines(): (store: string, done: number) => void {
  let saidAt = 0;
  return (store, done) => {
    if (Date.now() - saidAt < 1_000) return;
    saidAt = Date.now();
    process.stderr.write(`${store}: ${done}\n`);
  };
}

const drop = (id: string) =>
  withContext((context) =>
    asOwner(async (_dataSource, owner) => {
      await context.get(RotateKeys).drop(owner, auditOf(context), id);
      process.stdout.write(`dropped: ${id}\n`);
    }),
  );
