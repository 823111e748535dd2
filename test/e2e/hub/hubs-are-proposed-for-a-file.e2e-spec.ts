import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { registry } from '../../support/command-line.js';
import { TestDatabase } from '../../support/database.js';

const HEADER = 'name,scope,kind,formerSupervisor,division';

let database: TestDatabase;
let folder: string;

beforeAll(async () => {
  database = await TestDatabase.clone();
  folder = mkdtempSync(join(tmpdir(), 'shuniu-hubs-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await database.drop();
});

function propose(...lines: string[]) {
  const file = join(folder, 'organizations.csv');
  writeFileSync(file, [HEADER, ...lines, ''].join('\n'));
  const { status, stdout, stderr } = registry(database, 'propose-hubs', file);
  return {
    status,
    stderr,
    said: stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Proposed),
  };
}

interface Proposed {
  line: number;
  hubs: string[];
  vocabulary: string;
  broken?: string;
  proposals: { hub: string; reasons: { where: string; word: string; at: number }[] }[];
}

it('prints for each organization three hubs by code, with the words that speak for them and where they stand', () => {
  const { status, said } = propose(
    '北京青年律师联谊会,青年律师执业交流,SOCIAL_GROUP,北京市司法局,110102',
    '北京甲乙丙中心,,SOCIAL_SERVICE_INSTITUTION,,110105',
  );
  expect(status).toBe(0);
  expect(said.map(({ hubs }) => [hubs.length, hubs[0]])).toEqual([
    [3, 'HUB-2-08'],
    [3, 'HUB-4-04'],
  ]);
  expect(said[0].vocabulary).toBe('HUB-VOCABULARY-1');
  expect(said[0].proposals[0].reasons).toContainEqual(
    expect.objectContaining({ where: 'NAME', word: '律师联谊', at: 4 }),
  );
});

it('writes nothing, and goes on after a row that is no CSV', async () => {
  const entries = () => database.asApplication<{ n: number }>('SELECT count(*)::int AS n FROM register.entry');
  const before = await entries();
  const { status, said } = propose('"北京坏行,x', '北京足球俱乐部,足球训练,SOCIAL_SERVICE_INSTITUTION,,110105');
  expect(status).toBe(1);
  expect(said[0].broken).toContain('引号');
  expect(said[1].hubs[0]).toBe('HUB-2-05');
  expect(await entries()).toEqual(before);
});

it('says which column a file lacks', () => {
  const file = join(folder, 'other.csv');
  writeFileSync(file, 'name,kind\n甲,SOCIAL_GROUP\n');
  const { status, stderr } = registry(database, 'propose-hubs', file);
  expect(status).toBe(2);
  for (const column of ['scope', 'formerSupervisor', 'division']) expect(stderr).toContain(column);
});
