import { lyingOf, number, row, workbookOf } from '../../libs/intake/src/testing/workbook-builder.js';
import { environmentOf, programAt } from '../support/app.js';
import { TestDatabase } from '../support/database.js';
import { bring, csv, FILING_HEADER, filingRow, gb18030, type BatchBody } from '../support/intake.js';
import { ProgramProcess } from '../support/processes.js';
import { Bureau, codesOf } from '../support/registrations.js';
import { FULL, report } from './drill.js';
import { inflating } from './inflating-workbook.js';
import { memoryOf } from './memory.js';

/** What a broken or hostile table may take until it is answered, at full size and alone on the machine. */
const BOUND_MS = 2_000;
const INFLATED = FULL ? 1_024 : 64;
const SHEET = 'xl/worksheets/sheet1.xml';
const header = row(...FILING_HEADER);
const sheet = (...rows: string[]) => workbookOf({ rows: [header, ...rows].join('') });
/** A mebibyte of file for each gibibyte. */
const bomb = async () => inflating(await workbookOf({ rows: header }), SHEET, INFLATED);
const macros =
  '<Types><Override PartName="/xl/workbook.xml" ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
const at = (title: string): number => FILING_HEADER.findIndex((each) => each.replace('*', '') === title);
const cellsWith = (title: string, xml: string): (string | { xml: string })[] =>
  filingRow().map((value, index) => (index === at(title) ? { xml } : value));

/** A table, and what comes of it: a code by which it is refused, or how it is read. */
interface Tried {
  readonly title: string;
  readonly build: () => Promise<Buffer> | Buffer;
  readonly refused?: string;
  readonly read?: Partial<BatchBody>;
}

const TABLES: readonly Tried[] = [
  { title: 'a small file that inflates to a large one', build: bomb, refused: 'FILE_BOMB' },
  {
    title: 'the same with a header that lies',
    build: async () => lyingOf(await bomb(), SHEET, 9_000),
    refused: 'FILE_TRUNCATED',
  },
  {
    title: 'macros',
    build: () => workbookOf({ rows: header, parts: { '[Content_Types].xml': macros } }),
    refused: 'FILE_MACROS',
  },
  { title: 'no table at all', build: () => Buffer.from([0, 1, 2, 3]), refused: 'TABLE_KIND' },
  { title: 'nothing', build: () => Buffer.alloc(0), refused: 'FILE_EMPTY' },
  { title: 'a header of another table', build: () => csv([['x', 'y']], ['甲', '乙']), refused: 'TABLE_HEADER' },
  {
    title: 'a sheet cut within a row',
    build: async () => (await sheet(row(...filingRow()))).subarray(0, 2_000),
    refused: 'FILE_TRUNCATED',
  },
  {
    title: 'a formula, taken by the value that is stored',
    build: () => sheet(row(...cellsWith('成员人数', '<c><f>6*3</f><v>18</v></c>'))),
    read: { rows: 1 },
  },
  {
    title: 'merged cells',
    build: () =>
      workbookOf({
        rows: header + row(...filingRow()),
        after: '<mergeCells count="1"><mergeCell ref="A2:A3"/></mergeCells>',
      }),
    read: { rows: 1 },
  },
  {
    title: 'numbers in full width',
    build: () => sheet(row(...filingRow({ 成员人数: '１８', '资金（元）': '２，０００' }))),
    read: { rows: 1 },
  },
  {
    title: 'numbers as numbers',
    build: () => sheet(row(...filingRow().map((value, index) => (index === at('成员人数') ? number(18) : value)))),
    read: { rows: 1 },
  },
  {
    title: 'empty rows',
    build: () => sheet('<row/>', row(...filingRow()), '<row/><row><c/></row>', row(...filingRow())),
    read: { rows: 2 },
  },
  {
    title: 'forty columns too many',
    build: () => csv([[...filingRow(), ...many('x')]], [...FILING_HEADER, ...many('列')]),
    read: { rows: 1, unknownColumns: many('列') },
  },
  { title: 'GB18030', build: () => gb18030(csv([filingRow()]).toString()), read: { rows: 1, encoding: 'GB18030' } },
  {
    title: 'UTF-8 with its mark',
    build: () => Buffer.concat([Buffer.from('\uFEFF'), csv([filingRow()])]),
    read: { rows: 1, encoding: 'UTF-8' },
  },
];

function many(text: string): string[] {
  return Array.from({ length: 40 }, (_, index) => `${text}${index}`);
}

let database: TestDatabase;
let api: ProgramProcess;
let bureau: Bureau;
const counts = { tried: 0, refused: 0, read: 0, slowest: '', slowestMs: 0, idleMiB: 0, peakMiB: 0 };

beforeAll(async () => {
  database = await TestDatabase.clone();
  api = await ProgramProcess.start('api', environmentOf(database));
  bureau = new Bureau(programAt(() => api.url));
  await bureau.token('street');
  counts.idleMiB = memoryOf(api.pid).now;
});

afterAll(async () => {
  counts.peakMiB = memoryOf(api.pid).peak;
  report('workbooks', { ...counts, boundMs: BOUND_MS });
  await api.stop();
  await database.drop();
});

it.each(TABLES.map((each) => [each.title, each] as const))('%s', async (title, { build, refused, read }) => {
  const file = await build();
  const since = performance.now();
  const answer = await bring(bureau, file, { name: '表格' });
  const took = Math.round(performance.now() - since);
  counts.tried += 1;
  if (took > counts.slowestMs) Object.assign(counts, { slowest: title, slowestMs: took });
  if (refused) {
    expect([answer.status, codesOf(answer)[0]]).toEqual([422, refused]);
    counts.refused += 1;
  } else {
    expect(answer.body).toMatchObject({ state: 'JUDGING', ...read });
    expect(await judged((answer.body as BatchBody).id)).toMatchObject({ GOOD: read!.rows, REFUSED: 0 });
    counts.read += 1;
  }
  if (FULL) expect(took).toBeLessThan(BOUND_MS);
  expect((await bureau.call(undefined, 'get', '/public/hubs?limit=1')).status).toBe(200);
});

/** Lets the dry run come to its end. */
async function judged(id: string): Promise<BatchBody['counts']> {
  for (;;) {
    const { body } = await bureau.call('street', 'get', `/intake-batches/${id}`);
    if ((body as BatchBody).state === 'JUDGED') return (body as BatchBody).counts;
  }
}
