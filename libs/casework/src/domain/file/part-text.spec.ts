import { partText, withoutNumbers } from './part-text.js';

it('gives equal bytes for equal facts, whatever the order of their members', () => {
  const at = new Date('2026-11-24T04:00:00Z');
  expect(partText({ b: 1, a: [at, null] })).toBe('{"a":["2026-11-24T04:00:00.000Z",null],"b":1}');
  expect(partText({ a: [at, null], b: 1 })).toBe(partText({ b: 1, a: [at, null] }));
});

it.each([
  ['身份证11010119000102123X，本人', '身份证110**************X，本人'],
  ['ID110101190001021234', 'ID110**************4'],
  ['电话１３８００００１２３４。', '电话***********。'],
  ['13800001234', '***********'],
  ['tel-13800001234-home', 'tel-***********-home'],
])('hides a personal number that somebody wrote into a text: %s', (text, shown) => {
  expect(withoutNumbers(text)).toBe(shown);
});

it.each([
  '6f0e1a52-3c55-4b0e-9a53-012345678901',
  '/api/v1/documents/6f0e1a52-3c55-4b0e-9a53-012345678901',
  'paper-6f0e1a52-3c55-4b0e-9a53-012345678901',
  'a'.repeat(52) + '123456789012',
  '110000民社收〔2026〕12号',
  '51110000MJ0101505U',
  '2026-11-24',
])('leaves an id, a hash, a number of the office or a day as it is: %s', (text) => {
  expect(withoutNumbers(text)).toBe(text);
});
