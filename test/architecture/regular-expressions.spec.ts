import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

function judge(...tree: string[]): { status: number | null; output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['test/architecture/regular-expressions.mjs', ...tree],
    { encoding: 'utf8', env: { ...process.env, NODE_OPTIONS: '' } },
  );
  return { status, output: stdout + stderr };
}

/** What is planted, beside whether it must be found: a wall that accuses everything is no wall. */
const PLANTED: readonly (readonly [file: string, text: string, bad: boolean])[] = [
  ['libs/hub/src/exponential.ts', 'export const planted = /^(a+)+$/;', true],
  ['libs/hub/src/polynomial.ts', String.raw`export const planted = /\s+$/;`, true],
  ['apps/api/src/in-a-decorator.ts', String.raw`@Matches(/^(\w|\d)*$/)\nexport class Planted {}`, true],
  ['apps/launcher/in-a-text.mjs', `export const planted = new RegExp('(x|x)*y');`, true],
  ['libs/hub/src/put-together.ts', 'export const planted = (part: string) => new RegExp(`a${part}`);', true],
  ['libs/hub/src/harmless.ts', String.raw`export const planted = /^\d{6}$/;`, false],
];

it('finds every regular expression of ours quick on any text', () => {
  const { status, output } = judge();
  expect(output).toMatch(/\d{2,} regular expressions, .*: 0 breach/);
  expect(status).toBe(0);
}, 180_000);

it('finds those that are not, wherever they are planted, and no other', () => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'shuniu-expressions-')));
  try {
    for (const [file, text] of PLANTED) {
      mkdirSync(dirname(join(tree, file)), { recursive: true });
      writeFileSync(join(tree, file), text);
    }
    const { status, output } = judge(tree);
    const accused = PLANTED.map(([file]) => [file, output.includes(`${file}:1:`)]);
    expect(accused).toEqual(PLANTED.map(([file, , bad]) => [file, bad]));
    expect(status).toBe(1);
  } finally {
    rmSync(tree, { recursive: true, force: true });
  }
}, 180_000);

it('does not pass a tree in which there was nothing to read', () => {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'shuniu-expressions-')));
  expect(judge(tree).status).toBe(1);
  rmSync(tree, { recursive: true });
});
