import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { PLANTED_BREACHES } from './planted-breaches.js';

const ROOT = process.cwd();
const require = createRequire(join(ROOT, 'test/architecture/walls.spec.ts'));

interface Verdict {
  readonly status: number | null;
  readonly output: string;
  readonly modules: number;
}

/** What `npm run arch` says of a tree. */
function judge(tree: string): Verdict {
  const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('test/architecture/arch.mjs'), tree], {
    encoding: 'utf8',
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  return { status, output: stdout + stderr, modules: Number(/^(\d+) modules read/m.exec(stdout)?.[1]) };
}

/** A copy of what the walls stand around; `folders` empty leaves the walls alone with nothing. */
function copyOfTheTree(folders = ['libs', 'apps', 'migrations', 'test/support']): string {
  const tree = realpathSync(mkdtempSync(join(tmpdir(), 'shuniu-walls-')));
  for (const part of [...folders, 'package.json', 'tsconfig.json'])
    cpSync(join(ROOT, part), join(tree, part), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules'), join(tree, 'node_modules'));
  return tree;
}

describe('the walls of the house', () => {
  const trees: string[] = [];
  const newTree = (folders?: string[]): string => {
    const tree = copyOfTheTree(folders);
    trees.push(tree);
    return tree;
  };

  afterAll(() => {
    for (const tree of trees) rmSync(tree, { recursive: true, force: true });
  });

  it('stand in the tree as it is, and every module was read', () => {
    const { status, output, modules } = judge(ROOT);
    expect(output).toContain(': 0 breach(es)');
    expect(modules).toBeGreaterThan(200);
    expect(status).toBe(0);
  }, 60_000);

  it('do not pass a tree in which nothing was read', () => {
    const { status, output, modules } = judge(newTree([]));
    expect(modules).toBe(0);
    expect(output).toContain('0 modules read: there is nothing to check');
    expect(status).toBe(1);
  }, 60_000);

  it('do not pass a tree of which a part was not read', () => {
    const tree = newTree(['migrations']);
    // The tool skips what it takes for a package.
    mkdirSync(join(tree, 'libs/kernel/node_modules'), { recursive: true });
    writeFileSync(join(tree, 'libs/kernel/node_modules/unseen.ts'), 'export const unseen = 1;\n');
    const { status, output } = judge(tree);
    expect(output).toContain('modules-read: libs/kernel/node_modules/unseen.ts');
    expect(status).toBe(1);
  }, 60_000);

  describe('with breaches planted in a copy', () => {
    let verdict: Verdict;

    beforeAll(() => {
      const tree = newTree();
      for (const { file, text } of PLANTED_BREACHES.flatMap((breach) => [breach, breach.beside ?? breach])) {
        mkdirSync(dirname(join(tree, file)), { recursive: true });
        writeFileSync(join(tree, file), text);
      }
      verdict = judge(tree);
    }, 60_000);

    it('fail', () => expect(verdict.status).toBe(1));

    it.each(PLANTED_BREACHES.map(({ rule, file }) => [rule, file]))('%s finds %s', (rule, file) => {
      // A rule about a whole lib names the lib.
      const place = rule === 'ranked' ? 'libs/common' : file;
      const lines = verdict.output.split('\n');
      expect(lines.some((line) => line === `${rule}: ${place}` || line.startsWith(`${rule}: ${place}:`))).toBe(true);
    });

    it('accuse nothing but what was planted', () => {
      const accused = verdict.output.split('\n').filter((line) => /^[a-z-]+: \S+$/.test(line));
      expect(accused.filter((line) => !/planted|9999999999999-Planted|libs\/common/i.test(line))).toEqual([]);
    });
  });

  it('have each been tried by a planted breach', () => {
    const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
    // Libs of later parts of the plan: nothing can be planted in what is not there.
    const later = ['rank-decoupling', 'rank-supervision', 'rank-blacklist'];
    const tried = new Set(PLANTED_BREACHES.map(({ rule }) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name) && !later.includes(name))).toEqual([]);
  });
});
