import { attachmentOf } from './content-disposition.js';

describe('attachmentOf', () => {
  it.each([
    ['a.pdf', `attachment; filename="a.pdf"; filename*=UTF-8''a.pdf`],
    ['章程.pdf', `attachment; filename="__.pdf"; filename*=UTF-8''%E7%AB%A0%E7%A8%8B.pdf`],
    [`a'(1)*"\\%.pdf`, `attachment; filename="a'(1)*___.pdf"; filename*=UTF-8''a%27%281%29%2A%22%5C%25.pdf`],
  ])('writes %s for old and new clients', (name, expected) => {
    expect(attachmentOf(name)).toBe(expected);
  });
});
