import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { ROLES } from '@app/access';
import { CATEGORIES, ENTRY_KINDS, ID_KINDS, KINDS, STANDINGS, STATUSES, TIERS } from '@app/register';
import { ESTABLISHMENT, EX_OFFICIO, PERMISSION, RECORDING } from '@app/registration';

/** Words of the machinery, which no lawyer needs explained. */
const NOT_OF_THE_FIELD = new Set(['ASC', 'DESC', 'ZIP', 'COMPOUND']);

const glossary = readFileSync('docs/glossary.md', 'utf8');
const missing = (words: readonly string[]) => words.filter((word) => !glossary.includes(`\`${word}\``));

/** Every value in capitals that a union of types or a constant list names, in any lib above the plumbing. */
function namedValues(): string[] {
  const files = readdirSync('libs', { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => path.endsWith('.ts') && !/\.spec\.ts$|\/testing\/|^(platform|audit)\//.test(path));
  const found = new Set<string>();
  for (const path of files) {
    const text = readFileSync(join('libs', path), 'utf8');
    collect(ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true), found);
  }
  return [...found].filter((word) => /^[A-Z][A-Z0-9_]*$/.test(word) && !NOT_OF_THE_FIELD.has(word)).sort();
}

function collect(node: ts.Node, found: Set<string>): void {
  if (ts.isLiteralTypeNode(node) && ts.isStringLiteral(node.literal)) found.add(node.literal.text);
  if (ts.isAsExpression(node) && node.type.getText() === 'const' && ts.isArrayLiteralExpression(node.expression)) {
    for (const element of node.expression.elements) if (ts.isStringLiteral(element)) found.add(element.text);
  }
  ts.forEachChild(node, (child) => collect(child, found));
}

describe('the glossary', () => {
  it('explains every value that the code names', () => {
    const values = namedValues();
    expect(values.length).toBeGreaterThan(150);
    expect(missing(values)).toEqual([]);
  });

  it('explains every role, kind, standing, status, category, tier and kind of entry', () => {
    expect(
      missing([...ROLES, ...KINDS, ...STANDINGS, ...STATUSES, ...CATEGORIES, ...TIERS, ...ENTRY_KINDS, ...ID_KINDS]),
    ).toEqual([]);
  });

  it('explains every state and action of establishment and of matters', () => {
    const workflows = [ESTABLISHMENT, PERMISSION, RECORDING, EX_OFFICIO];
    const names = workflows.flatMap(({ states, actions }) => [...Object.keys(states), ...Object.keys(actions)]);
    expect(missing(names)).toEqual([]);
  });

  it('gives every term in Chinese, with its name in code', () => {
    const rows = glossary.split('\n').filter((line) => line.startsWith('| ') && !/^\| (中文|-+) /.test(line));
    expect(rows.length).toBeGreaterThan(120);
    expect(rows.filter((row) => !/^\| [^|]*\p{Script=Han}[^|]* \| [^|]*\S[^|]* \|/u.test(row))).toEqual([]);
  });
});
