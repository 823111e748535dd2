import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { workflowDiagram } from '@app/kernel';
import { environmentExample } from '@app/platform';
import type { CaseWorkflow } from '@app/casework';
import { ESTABLISHMENT, EX_OFFICIO, PERMISSION, RECORDING } from '@app/registration';

const ENGLISH = readFileSync('README.md', 'utf8');
const CHINESE = readFileSync('README.zh-CN.md', 'utf8');

/** Name and default of each setting, as the template of `.env` has them. */
const SETTINGS = [...environmentExample().matchAll(/^([A-Z_]+)=(.*)$/gm)].map(([, name, fallback]) => ({
  name: name!,
  fallback: fallback!,
}));
const matches = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([whole]) => whole);
const codeBlocks = (text: string) => matches(text, /^```[^\n]*\n[^]*?^```$/gm);
const levels = (text: string) => matches(text.replace(/^```[^]*?^```$/gm, ''), /^#+ /gm);

describe('the README', () => {
  it('has the same sections and the same code in both languages', () => {
    expect(levels(CHINESE)).toEqual(levels(ENGLISH));
    expect(codeBlocks(CHINESE)).toEqual(codeBlocks(ENGLISH));
    expect(codeBlocks(ENGLISH).length).toBeGreaterThan(10);
  });

  it.each([
    ['English', ENGLISH],
    ['Chinese', CHINESE],
  ])('tells in %s of every setting with its default, and of no other', (_, text) => {
    const rows = [...text.matchAll(/^\| `([A-Z_]+)` +\| (\S*)/gm)];
    expect(rows.map(([, name]) => name)).toEqual(SETTINGS.map(({ name }) => name));
    for (const { name, fallback } of SETTINGS) {
      if (fallback !== '') expect(text).toMatch(new RegExp(`^\\| \`${name}\` +\\| \`${fallback}\``, 'm'));
    }
  });

  it('leads nowhere that is not there', () => {
    const pages = ['README.md', 'README.zh-CN.md', 'ARCHITECTURE.md', 'CONTRIBUTING.md', ...pagesBelow('docs')];
    const libs = readdirSync('libs').map((lib) => `libs/${lib}/README.md`);
    const dead = [...pages, ...libs].flatMap((page) =>
      [...readFileSync(page, 'utf8').matchAll(/\]\(((?!https?:)[^)#\s]+)\)/g)]
        .map(([, target]) => join(dirname(page), target!))
        .filter((target) => !existsSync(target))
        .map((target) => `${page}: ${target}`),
    );
    expect(dead).toEqual([]);
  });

  it.each(
    ([ESTABLISHMENT, PERMISSION, RECORDING, EX_OFFICIO] as CaseWorkflow[]).map(
      (workflow) => [workflow.name, workflow] as const,
    ),
  )('of registration draws the workflow %s as its table has it; `npm run docs` draws it anew', (name, workflow) => {
    const text = readFileSync('libs/registration/README.md', 'utf8');
    const drawn = new RegExp(`<!-- workflow: ${name} -->\\s+\`\`\`mermaid\n([^]*?)\n\`\`\``).exec(text)?.[1];
    expect(drawn).toBe(workflowDiagram(workflow));
  });
});

function pagesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md'))
    .map((path) => join(folder, path));
}
