import { randomBytes } from 'node:crypto';
import { BufferSource, type ByteSource } from '../domain/byte-source.js';
import type { DocumentKind } from '../domain/document-kind.table.js';
import { docx, jpeg, pdf, png, wordParts, xlsx } from '../testing/honest-files.js';
import { HOSTILE_FILES } from '../testing/hostile-files.js';
import { zipOf } from '../testing/zip-builder.js';
import { inspectFile } from './inspect-file.js';

const inspect = (bytes: Buffer) => inspectFile(new BufferSource(bytes));
const MIB = 1_048_576;

describe('inspectFile takes', () => {
  const honest: [string, DocumentKind, () => Buffer][] = [
    ['a PDF', 'PDF', () => pdf()],
    ['a PDF whose text speaks of encryption', 'PDF', () => pdf('(see /Encrypt in the manual) /EncryptMetadata true\n')],
    ['a PDF that was changed and so has two ends', 'PDF', () => Buffer.concat([pdf(), pdf().subarray(9)])],
    ['a PDF padded with zeros', 'PDF', () => Buffer.concat([pdf(), Buffer.alloc(300)])],
    ['a JPEG', 'JPEG', () => jpeg()],
    ['a JPEG of several scans', 'JPEG', () => jpeg({ progressive: true })],
    ['a JPEG with a second picture behind it, as phones make', 'JPEG', () => Buffer.concat([jpeg(), jpeg()])],
    ['a JPEG with a long comment', 'JPEG', () => jpeg({ comment: Buffer.alloc(65_000, 'x') })],
    [
      'a JPEG whose picture is longer than what is read at once',
      'JPEG',
      () => jpeg({ data: Buffer.alloc(300_000, Buffer.from('12ff00', 'hex')) }),
    ],
    ['the same without a marker for long', 'JPEG', () => jpeg({ data: Buffer.alloc(300_000, 1) })],
    ['a PNG', 'PNG', () => png()],
    ['an A3 scan at 600 dpi', 'PNG', () => png(7_016, 9_933)],
    ['a DOCX', 'DOCX', () => docx()],
    [
      'a DOCX with folders and pictures',
      'DOCX',
      () => docx([{ path: 'word/media/' }, { path: 'word/media/1.png', data: png() }]),
    ],
    ['a DOCX whose directory is in another order', 'DOCX', () => zipOf(wordParts().reverse())],
    ['a DOCX with a harmless comment', 'DOCX', () => docx([], { comment: Buffer.from('made by an office program') })],
    ['an XLSX', 'XLSX', () => xlsx()],
    [
      'an XLSX with a sheet that compresses a hundredfold',
      'XLSX',
      () => xlsx([{ path: 'xl/worksheets/sheet1.xml', data: sheet(4 * MIB) }]),
    ],
  ];

  it.each(honest)('%s as %s', async (_title, kind, build) => {
    expect(await inspect(build())).toEqual({ kind });
  });
});

describe('inspectFile refuses', () => {
  it.each(HOSTILE_FILES.map((file) => [file.title, file.code, file] as const))('%s: %s', async (_title, code, file) => {
    const inspection = await inspect(file.build());
    expect(inspection).toEqual({
      violations: expect.arrayContaining([expect.objectContaining({ code, pointer: '/file', rule: code })]),
    });
  });

  it('with a table of more than forty different files', () => {
    expect(new Set(HOSTILE_FILES.map(({ title }) => title)).size).toBe(HOSTILE_FILES.length);
    expect(HOSTILE_FILES.length).toBeGreaterThan(40);
  });

  it('with every reason at once, each with its law', async () => {
    const file = docx([
      { path: '../x', data: 'x' },
      { path: 'word/a.xml', data: 'x', flags: 1 },
    ]);
    const inspection = await inspect(file);
    expect(inspection).toMatchObject({
      violations: [
        { code: 'FILE_PATHS', citation: { law: '中华人民共和国行政许可法', article: '第三十一条第一款' } },
        { code: 'FILE_ENCRYPTED', citation: { law: '中华人民共和国行政许可法', article: '第三十二条第一款第(四)项' } },
      ],
    });
  });

  it('a wrong kind by the name of what it really is', async () => {
    const inspection = await inspect(Buffer.from('GIF89a\x01\0\x01\0\0\0\0;', 'latin1'));
    expect(inspection).toMatchObject({ violations: [{ message: { zh: expect.stringContaining('gif') } }] });
  });
});

describe('inspectFile survives', () => {
  it('two thousand damaged files', async () => {
    const random = sequence(1);
    for (const whole of [pdf(), jpeg(), png(), docx([{ path: 'word/a.xml', data: sheet(3_000) }])]) {
      for (let round = 0; round < 500; round += 1) {
        const bytes = Buffer.from(whole);
        for (let flips = 1 + (random() % 4); flips > 0; flips -= 1) bytes[random() % bytes.length] = random() & 255;
        await expect(inspect(bytes)).resolves.toBeDefined();
      }
    }
  });

  it.each([
    ['comments that never end', '<!--'.repeat(250_000)],
    ['elements that never end', '<Override '.repeat(100_000)],
    ['one attribute of a megabyte', `<Override PartName="${'&#x76;'.repeat(160_000)}"/>`],
  ])('a list of content types with a megabyte of %s, before the test is given up', async (_title, xml) => {
    const parts = [{ path: '[Content_Types].xml', data: xml, stored: true }, ...wordParts().slice(1)];
    expect(await inspect(zipOf(parts))).toHaveProperty('violations');
  });

  it('a PDF of ten megabytes of almost an encryption, before the test is given up', async () => {
    expect(await inspect(pdf('/Encrypt %\n( '.repeat(950_000)))).toEqual({ kind: 'PDF' });
    expect(await inspect(pdf('/Encrypt % '.repeat(950_000)))).toHaveProperty('violations.0.code', 'FILE_ENCRYPTED');
  });

  it('a workbook that inflates to 100 MB, holding a few blocks of it', async () => {
    const part = Buffer.concat([randomBytes(MIB / 4), Buffer.alloc(20 * MIB)]);
    const bytes = xlsx([1, 2, 3, 4, 5].map((index) => ({ path: `xl/worksheets/sheet${index}.xml`, data: part })));
    const source = new BufferSource(bytes);
    const before = process.memoryUsage().arrayBuffers;
    let peak = 0;
    const watched: ByteSource = {
      size: source.size,
      read: (offset, length) => {
        peak = Math.max(peak, process.memoryUsage().arrayBuffers);
        return source.read(offset, length);
      },
    };
    expect(await inspectFile(watched)).toEqual({ kind: 'XLSX' });
    expect(peak - before).toBeLessThan(64 * MIB);
  });

  it('every honest file cut at every place, refusing each', async () => {
    for (const whole of [pdf(), jpeg(), png(), docx()]) {
      for (let length = 0; length < whole.length - 1; length += 1) {
        expect(await inspect(whole.subarray(0, length))).toHaveProperty('violations');
      }
    }
  });
});

/** Rows that differ a little, as a generated sheet has them. */
function sheet(size: number): Buffer {
  const rows: string[] = [];
  for (let index = 0, length = 0; length < size; index += 1) {
    rows.push(`<row r="${index}"><c r="A${index}" s="1" t="n"><v>0</v></c></row>`);
    length += rows[index].length;
  }
  return Buffer.from(rows.join(''));
}

/** The same pseudo-random numbers in every run. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state >>> 8;
  };
}
