import { ensureBuilt } from './build.mjs';
import { command } from './command.mjs';
import { ensureInstalled } from './install.mjs';
import { step } from './run.mjs';

/** `npm run docs`: writes anew what is generated from the program and checked in; it fails where a test is missing. */
await command(async () => {
  await ensureInstalled();
  await ensureBuilt();
  await step('OpenAPI document', ['dist/apps/api/src/write-docs.js', 'docs/openapi.json']);
  await step('Workflow diagrams', ['test/docs/workflow-diagrams.mjs']);
  await step('Index of the law', ['test/docs/law-index.mjs', 'docs/law/index.md']);
  return 0;
});
