import { HEADER, refusalOf, violationsOf } from '../../testing/table-of.js';
import { lyingOf, row, workbookOf, type WorkbookOptions } from '../../testing/workbook-builder.js';

const MIB = 1_048_576;
const SHEET = 'xl/worksheets/sheet1.xml';
const rows = row(...HEADER) + row('a', '1');
const book = (more: Partial<WorkbookOptions> = {}) => workbookOf({ rows, ...more });
const parts = (path: string, xml: string) => book({ parts: { [path]: xml } });
const DOCTYPE =
  '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;">]>';
const bomb = (size: number) => parts(SHEET, `<worksheet>${' '.repeat(size)}</worksheet>`);
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const types = (type: string, part = '/xl/workbook.xml') =>
  `<Types><Override PartName="${part}" ContentType="${type}"/></Types>`;

const HOSTILE: readonly [string, string, () => Promise<Buffer> | Buffer][] = [
  ['that inflates a thousandfold', 'FILE_BOMB', () => bomb(20 * MIB)],
  [
    'that inflates a thousandfold and says otherwise',
    'FILE_TRUNCATED',
    async () => lyingOf(await bomb(20 * MIB), SHEET, 9_000),
  ],
  ['that is said to be larger than it is', 'FILE_TRUNCATED', async () => lyingOf(await book(), SHEET, 9_000)],
  ['with a macro project', 'FILE_MACROS', () => parts('xl/vbaProject.bin', 'x')],
  [
    'that says it has macros',
    'FILE_MACROS',
    () => parts('[Content_Types].xml', types('application/vnd.ms-excel.sheet.macroEnabled.main+xml')),
  ],
  [
    'that is a text document',
    'TABLE_KIND',
    () => book({ parts: { '[Content_Types].xml': types(WORD, '/word/document.xml'), 'word/document.xml': '<a/>' } }),
  ],
  ['that is a plain archive', 'TABLE_KIND', () => parts('[Content_Types].xml', '<Types/>')],
  ['cut in the middle', 'FILE_TRUNCATED', async () => (await book()).subarray(0, 900)],
  ['of which only the beginning is one', 'FILE_TRUNCATED', () => Buffer.from('PK\x03\x04', 'latin1')],
  ...[
    SHEET,
    'xl/workbook.xml',
    'xl/styles.xml',
    'xl/sharedStrings.xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
  ].map((path): [string, string, () => Promise<Buffer>] => [
    `with a DOCTYPE in ${path}`,
    'TABLE_KIND',
    () => parts(path, `${DOCTYPE}<worksheet>&d;</worksheet>`),
  ]),
  ['whose sheet ends within a row', 'FILE_TRUNCATED', () => parts(SHEET, `<worksheet><sheetData>${rows}<row><c><v>1`)],
  ['whose sheet is no XML', 'FILE_TRUNCATED', () => parts(SHEET, `<worksheet><sheetData>${rows}</worksheet>`)],
  ['whose sheet is empty', 'TABLE_HEADER', () => parts(SHEET, '')],
  ['with an entity of its own', 'FILE_TRUNCATED', () => book({ rows: `${rows}${row('&nbsp;')}` })],
  [
    'with an attribute that trips the parser',
    'FILE_TRUNCATED',
    () => book({ rows: '<row hasOwnProperty="" b="" c=""/>' }),
  ],
  ['of elements a hundred deep', 'FILE_BOMB', () => book({ rows: '<a>'.repeat(100) })],
  [
    'with a thousand attributes',
    'FILE_BOMB',
    () => book({ rows: `<a ${Array.from({ length: 1_000 }, (_, n) => `a${n}=""`).join(' ')}/>` }),
  ],
  [
    'with four million shared strings and one',
    'TABLE_TOO_LARGE',
    () => book({ strings: many(4_000_001, (n) => `<si/>${n % 50 ? '' : n}`) }),
  ],
  [
    'with more joined cells than rows',
    'TABLE_TOO_LARGE',
    () => book({ after: many(200_001, (n) => `<mergeCell ref="A${n + 1}:B${n + 1}"/>`) }),
  ],
  [
    'with nine million empty cells',
    'TABLE_TOO_LARGE',
    () => book({ rows: `${rows}${many(90_000, (n) => `<row>${'<c/>'.repeat(99)}<c s="${n}"/></row>`)}` }),
  ],
  ['without rows', 'TABLE_HEADER', () => book({ rows: '' })],
  ['whose header is out of order', 'TABLE_HEADER', () => book({ rows: '<row r="0"/>' })],
  [
    'with a header of 201 columns',
    'TABLE_TOO_WIDE',
    () => book({ rows: row(...HEADER, ...Array.from({ length: 196 }, () => 'x')) }),
  ],
  ['without a visible sheet', 'TABLE_KIND', () => parts('xl/workbook.xml', '<workbook><sheets/></workbook>')],
];

/** Many elements with their numbers: what is only repeated is a bomb before it is anything else. */
const many = (count: number, xml: (index: number) => string) =>
  Array.from({ length: count }, (_, n) => xml(n)).join('');

describe('a workbook', () => {
  it.each(HOSTILE)('%s is refused: %s', async (_title, code, build) =>
    expect(await refusalOf(await build())).toEqual([code]),
  );

  it('with a DOCTYPE is refused with the reason', async () => {
    const [{ message }] = await violationsOf(await parts(SHEET, `${DOCTYPE}<worksheet/>`));
    expect(message.zh).toContain('DOCTYPE');
  });
});
