import { mergedCellsOf } from './merged-cells.js';

async function* pieces(text: string, length: number): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += length) yield await Promise.resolve(bytes.subarray(at, at + length));
}

const XML =
  `${'<c/>'.repeat(200)}<mergeCells><mergeCell ref="B4:C6"/><mergeCell ref="A1:B2"/><x:mergeCell a='' ref='C6:D9'/>` +
  '<mergeCell ref="A1"/><mergeCell/><mergeCell ref="AAAA1:B2"/></mergeCells>';

describe('joined cells', () => {
  it.each([1, 7, 10_000])('are found in pieces of %d bytes, each line with its places', async (length) => {
    const merged = await mergedCellsOf(pieces(XML, length), new Set([1, 2, 9]));
    const places = Array.from({ length: 10 }, (_, index) => [...(merged.at(index + 1) ?? [])].join());
    expect(places).toEqual(['1', '1', '', '1,2', '1,2', '1,2', '2', '2', '2', '']);
  });

  it('are told of although lines are left out', async () => {
    const merged = await mergedCellsOf(pieces(XML, 100), new Set([1]));
    expect([...(merged.at(5) ?? [])]).toEqual([1]);
  });
});
