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

it('is a CSV that Excel reads as UTF-8, quoted by RFC 4180, with no cell that passes for a formula', () => {
  expect(csvOf(TABLE)).toBe('\uFEFF枢纽,n\r\n"\'=HYPERLINK(""x"")",1\r\n"a,""b""\n<c>&\u0001",-2\r\n,0.5\r\n');
});

it('is a workbook of texts and numbers alone, without what XML cannot hold', async () => {
  const parts = await read(await xlsxOf(TABLE));
  expect(Object.keys(parts).sort()).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'xl/_rels/workbook.xml.rels',
    'xl/workbook.xml',
    'xl/worksheets/sheet1.xml',
  ]);
  const sheet = parts['xl/worksheets/sheet1.xml'];
  expect(sheet).toContain('<is><t xml:space="preserve">=HYPERLINK(&quot;x&quot;)</t></is>');
  expect(sheet).toContain('a,&quot;b&quot;\n&lt;c&gt;&amp;</t>');
  expect(sheet).toContain('<c/><c><v>0.5</v></c>');
  expect(sheet).not.toContain('<f>');
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
