import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { judge } from './judge.mjs';

const built = resolve(import.meta.dirname, '../../../dist/libs/hub/src/index.js');
const { proposeHubs } = await import(pathToFileURL(built).href);

/** The set that was written before the engine, and the one that another hand wrote without having seen its words. */
const FILES = { labelled: 'test/bench/hub-assignment/labelled.csv', heldOut: 'test/bench/hub-assignment/held-out.csv' };

const heldOut = judge(FILES.heldOut, proposeHubs);
const labelled = judge(FILES.labelled, proposeHubs);
for (const [name, { confusions, ...figures }] of Object.entries({ heldOut, labelled })) {
  process.stdout.write(`${name}: ${JSON.stringify(figures)}\n`);
  for (const confusion of confusions) process.stdout.write(`  ${confusion}\n`);
}
const { n, misleadingShare, top1, top3 } = labelled;
process.stdout.write(`${JSON.stringify({ bench: 'hub-assignment', n, misleadingShare, top1, top3 })}\n`);
