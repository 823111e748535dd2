import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judge } from './judge.mjs';

const built = resolve(import.meta.dirname, '../../../dist/libs/hub/src/index.js');
const { proposeHubs } = await import(pathToFileURL(built).href);

/**
 * The set that was written before the engine; the one by which its words were widened; and one of another hand that knew
 * neither words nor engine, by which nothing was ever changed.
 */
const FILES = {
  labelled: 'test/bench/hub-assignment/labelled.csv',
  heldOut: 'test/bench/hub-assignment/held-out.csv',
  unseen: 'test/bench/hub-assignment/unseen.csv',
};

const judged = Object.fromEntries(Object.entries(FILES).map(([name, file]) => [name, judge(file, proposeHubs)]));
for (const [name, { confusions, ...figures }] of Object.entries(judged)) {
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);
  for (const confusion of confusions) process.stdout.write(`  ${confusion}\n`);
}
const { n, misleadingShare, top1, top3 } = judged.labelled;
process.stdout.write(`${JSON.stringify({ bench: 'hub-assignment', n, misleadingShare, top1, top3 })}\n`);
