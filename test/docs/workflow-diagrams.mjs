import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Puts the diagram of each workflow table into the README of its lib, between two markers: `<!-- workflow: NAME -->` and
 * `<!-- /workflow -->`. It is drawn by the built program.
 */
const ROOT = resolve(import.meta.dirname, '../..');
const REGISTRATION = { readme: 'libs/registration/README.md', lib: 'registration' };
const FILING = { readme: 'libs/filing/README.md', lib: 'filing' };
const INTAKE = { readme: 'libs/intake/README.md', lib: 'intake' };
const HUB = { readme: 'libs/hub/README.md', lib: 'hub' };
const WORKFLOWS = [
  ...['ESTABLISHMENT', 'PERMISSION', 'RECORDING', 'EX_OFFICIO'].map((name) => ({ ...REGISTRATION, name })),
  ...['FILING', 'FILING_BY_HUB'].map((name) => ({ ...FILING, name })),
  { ...INTAKE, name: 'INTAKE_BATCH' },
  ...['RECOGNITION', 'MEASURE', 'WORK_REPORT'].map((name) => ({ ...HUB, name })),
];

const { workflowDiagram } = await built('kernel');
for (const { readme, lib, name } of WORKFLOWS) {
  const workflow = (await built(lib))[name];
  const path = join(ROOT, readme);
  const text = readFileSync(path, 'utf8');
  const between = new RegExp(`(<!-- workflow: ${workflow.name} -->\n)[^]*?(<!-- /workflow -->)`);
  if (!between.test(text)) throw new Error(`${readme} has no markers for ${workflow.name}`);
  const block = `\n\`\`\`mermaid\n${workflowDiagram(workflow)}\n\`\`\`\n\n`;
  writeFileSync(
    path,
    text.replace(between, (_, start, end) => `${start}${block}${end}`),
  );
}

/** @param {string} lib */
function built(lib) {
  return import(pathToFileURL(join(ROOT, `dist/libs/${lib}/src/index.js`)).href);
}
