import { promisify } from 'node:util';
import { fromBuffer, type Entry, type ZipFile } from 'yauzl';
import { csvOf, xlsxOf, type TableFile } from './table-file.js';

const TABLE: TableFile = {
  name: '覆盖率',
  header: ['枢纽', 'n'],
  rows: [
    ['=HYPERLINK("x")', 1],
    ['a,"b"\n<c>&\u0001', -2],
    [null, 0.5],
  ],
};

it('is a CSV that Excel reads as UTF-8, quoted by RFC 4180, with no text that passes for a formula', () => {
  const lines = csvOf(TABLE).split('\r\n');
  expect(lines[0]).toBe('\uFEFF枢纽,n');
  expect(lines[1]).toBe(`"'=HYPERLINK(""x"")",1`);
  expect(lines[2]).toContain('"a,""b""\n<c>&');
  expect(lines[3]).toBe(',0.5');
  expect(
    csvOf({ ...TABLE, rows: ['+1', '-1', '@x', '＝1', '\t=1'].map((text) => [text, 0]) }).match(/'/g),
  ).toHaveLength(5);
});

it('is a workbook of texts and numbers alone, without what XML cannot hold', async () => {
  const parts = await read(await xlsxOf(TABLE));
  const texts = parts['xl/sharedStrings.xml'];
  expect(texts).toContain('<t>=HYPERLINK("x")</t>');
  expect(texts).toContain('&lt;c&gt;&amp;</t>');
  expect(texts).not.toContain('\u0001');
  const sheet = parts['xl/worksheets/sheet1.xml'];
  expect(sheet).toContain('<v>-2</v>');
  expect(sheet).not.toContain('<f>');
  expect(parts['xl/workbook.xml']).toContain('name="覆盖率"');
});

async function read(bytes: Buffer): Promise<Record<string, string>> {
  const zip = await promisify<Buffer, object, ZipFile>(fromBuffer)(bytes, { lazyEntries: true });
  const parts: Record<string, string> = {};
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      zip.openReadStream(entry, (error, stream) => {
        if (error) return reject(error);
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          parts[entry.fileName] = Buffer.concat(chunks).toString();
          zip.readEntry();
        });
      });
    });
    zip.on('end', () => resolve(parts));
    zip.readEntry();
  });
}
