import type { Column } from '../../domain/column.js';
import type { RawCell } from '../raw-row.js';
import { cellReader } from './cell-reader.js';

const column = (more: Partial<Column>): Column => ({
  name: 'a',
  title: { zh: '甲', en: 'A' },
  type: 'TEXT',
  required: false,
  example: '',
  ...more,
});
const typed = (text: string): RawCell => ({ kind: 'TEXT', text });
const stored = (text: string, dated = false): RawCell => ({ kind: 'NUMBER', text, dated });
const read = (more: Partial<Column>, cell: RawCell, from1904 = false) => {
  const { value, changes } = cellReader(column(more), from1904)(cell);
  return [value, ...changes];
};

describe('a cell of a column of dates', () => {
  it.each(['2026/1/2', '2026.1.2', '2026年1月2日', '20260102', '２０２６－０１－０２', '2026-1-2'])(
    '%s becomes a day, and this is said',
    (text) => expect(read({ type: 'DATE' }, typed(text))).toEqual(['2026-01-02', 'DATE_TEXT']),
  );

  it('that holds a day already stays without a word', () =>
    expect(read({ type: 'DATE' }, typed(' 2026-01-02 '))).toEqual(['2026-01-02']));

  it.each(['2026-02-29', '2026年13月1日', '2026-1/2', '20260231', '02/01/2026', '昨天', '44927'])(
    '%s stays as it is',
    (text) => expect(read({ type: 'DATE' }, typed(text))).toEqual([text]),
  );

  it.each([
    ['46024', true, false, '2026-01-02'],
    ['46024.75', true, false, '2026-01-02'],
    ['44562', true, true, '2026-01-02'],
    ['46024', false, false, '2026-01-02'],
    ['1', true, false, '1900-01-01'],
    ['59', true, false, '1900-02-28'],
    ['61', true, false, '1900-03-01'],
    ['2958465', true, false, '9999-12-31'],
    ['0', true, true, '1904-01-01'],
  ])('the number %s (shown as a date: %s, from 1904: %s) is %s', (text, dated, from1904, day) =>
    expect(read({ type: 'DATE' }, stored(text, dated), from1904)).toEqual([day, 'DATE_SERIAL']),
  );

  it.each([
    ['60', true],
    ['0', true],
    ['-5', true],
    ['2958466', true],
    ['19999', false],
    ['80001', false],
    ['46024.5', false],
  ])('the number %s, which is no day, stays as it is', (text, dated) =>
    expect(read({ type: 'DATE' }, stored(text, dated))).toEqual([text]),
  );

  it('a day typed as one number is read as written', () =>
    expect(read({ type: 'DATE' }, stored('20260102', true))).toEqual(['2026-01-02', 'DATE_TEXT']));
});

describe('a cell of a column of numbers', () => {
  it.each([
    ['１２３', ['123', 'FULL_WIDTH']],
    ['1,234,567', ['1234567', 'NUMBER_TEXT']],
    ['１，２３４', ['1234', 'FULL_WIDTH', 'NUMBER_TEXT']],
    ['12.0', ['12', 'NUMBER_TEXT']],
    ['1.2E+5', ['120000', 'NUMBER_TEXT']],
    ['12.5', ['12.5']],
    ['1,23', ['1,23']],
    ['十二', ['十二']],
    ['12人', ['12人']],
  ])('typed as %s is %j', (text, reading) => expect(read({ type: 'NUMBER' }, typed(text))).toEqual(reading));

  it.each([
    ['12.0', '12'],
    ['1.2E5', '120000'],
    ['0.30000000000000004', '0.3'],
    ['1E-7', '0.0000001'],
    ['-3', '-3'],
  ])('stored as %s is %s', (text, value) => expect(read({ type: 'NUMBER' }, stored(text))).toEqual([value]));
});

describe('a cell of a column of texts', () => {
  it('is composed and trimmed', () => expect(read({}, typed('\u3000e\u0301tude \n'))).toEqual(['\u00e9tude']));

  it.each(['110101199001011234', '1.10101199001011234E+17'])('stored as the number %s keeps all digits', (text) =>
    expect(read({}, stored(text))).toEqual(['110101199001011234']),
  );

  it('shortened by a spreadsheet gets as many digits as it had, so that the caller can refuse it', () =>
    expect(read({}, typed('1.10101E+17'))).toEqual(['110101000000000000', 'NUMBER_TEXT']));

  it('that only looks a little like a number stays', () => expect(read({}, typed('12E5'))).toEqual(['12E5']));

  it('shown as a date is that date', () =>
    expect(read({}, stored('46024', true))).toEqual(['2026-01-02', 'DATE_SERIAL']));

  it.each([
    ['９１ＡＢ', ['91AB', 'FULL_WIDTH']],
    ['９1AＢ', ['91AB', 'FULL_WIDTH']],
    ['（０１０）８８－１', ['(010)88-1', 'FULL_WIDTH']],
    ['中国（１２）', ['中国（１２）']],
    ['（）', ['（）']],
  ])('%s is %j', (text, reading) => expect(read({}, typed(text))).toEqual(reading));

  it('keeps its control characters for the caller to refuse', () =>
    expect(read({}, typed('a\u0007b\nc'))).toEqual(['a\u0007b\nc']));
});

describe('a cell of a column with fixed values', () => {
  const values = { A1: '社会团体', B2: '其他（法人）', 1: '是' };

  it.each([
    ['A1', ['A1']],
    ['社会团体', ['A1']],
    ['Ａ１', ['A1', 'FULL_WIDTH']],
    ['其他（法人）', ['B2']],
    ['其他(法人)', ['B2']],
    ['toString', ['toString']],
    ['Ｘ', ['Ｘ']],
    ['', ['']],
  ])('%s is %j', (text, reading) => expect(read({ values }, typed(text))).toEqual(reading));

  it('takes a code stored as a number', () => expect(read({ values }, stored('1'))).toEqual(['1']));
});
