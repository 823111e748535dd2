import { columnLetters } from '../template/column-letters.js';
import { cellReference } from './cell-reference.js';

describe('cellReference', () => {
  it.each([
    ['A1', 0, 1],
    ['Z9', 25, 9],
    ['AA10', 26, 10],
    ['XFD1048576', 16_383, 1_048_576],
  ])('reads %s', (text, place, line) => expect(cellReference(text)).toEqual({ place, line }));

  it.each(['', 'A', '1', 'A0', 'a1', 'XFE1', 'AAAA1', 'A1048577', 'A1B', '$A$1', 'A-1', 'A1:B2'])(
    'takes %j for none',
    (text) => expect(cellReference(text)).toBeUndefined(),
  );

  it('reads the letters that a template writes', () => {
    for (let place = 0; place < 16_384; place += 1) {
      expect(cellReference(`${columnLetters(place)}1`)?.place).toBe(place);
    }
  });
});
