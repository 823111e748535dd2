import fc from 'fast-check';
import { HEADER, refusalOf } from '../testing/table-of.js';
import { row, workbookOf } from '../testing/workbook-builder.js';

/** Resolves to the codes of a refusal, and fails for every other error. */
const isReadOrRefused = async (bytes: Uint8Array | string) => {
  expect(Array.isArray(await refusalOf(Buffer.from(bytes as string)))).toBe(true);
};

describe('openTable reads, or refuses with a reason and never with another error,', () => {
  it('any bytes', () => fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), isReadOrRefused)));

  it('any bytes that begin like an archive', () =>
    fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), (bytes) =>
        isReadOrRefused(Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), bytes])),
      ),
    ));

  it('any text below a header', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom('"', ',', '\n', '\r', '甲', 'a', '１', ' ')), (signs) =>
        isReadOrRefused(`name,code\n${signs.join('')}`),
      ),
    ));

  it('a workbook with any bytes changed', async () => {
    const file = await workbookOf({ rows: row(...HEADER) + row('a', '1') });
    const change = fc.array(fc.tuple(fc.nat(file.length - 1), fc.nat(255)), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(change, (changes) => {
        const changed = Buffer.from(file);
        for (const [at, byte] of changes) changed[at] = byte;
        return isReadOrRefused(changed);
      }),
    );
  });

  it('a sheet of any elements', () => {
    const piece = fc.constantFrom(
      '<row>',
      '</row>',
      '<row r="3">',
      '<c>',
      '</c>',
      '<c r="B3" t="s">',
      '<v>',
      '</v>',
      '1',
      '<t>',
      '</t>',
      '<f/>',
      '&#9;',
    );
    return fc.assert(
      fc.asyncProperty(fc.array(piece), async (pieces) =>
        isReadOrRefused(await workbookOf({ rows: row(...HEADER) + pieces.join('') })),
      ),
    );
  });
});
