import { passwordViolations, usernameViolations } from './account.rules.js';

const codes = (password: string, username = 'zhang.san') =>
  passwordViolations(password, username, '/password').map(({ code }) => code);

describe('passwordViolations', () => {
  it.each([
    ['t7-Kq.mr2xW', ['PASSWORD-LENGTH']],
    ['t7-Kq.mr2xWb', []],
    ['春眠不觉晓处处闻啼鸟夜来', []],
    ['春眠不觉晓处处闻啼鸟夜', ['PASSWORD-LENGTH']],
    ['ab3-'.repeat(32) + 'xyz', ['PASSWORD-LENGTH']],
    ['aB3-z'.repeat(25) + 'xyz', []],
    ['aB3-z'.repeat(25) + 'xyzw', ['PASSWORD-LENGTH']],
    ['Password1234', ['PASSWORD-GUESSABLE']],
    ['ababababababab', ['PASSWORD-GUESSABLE']],
    ['short', ['PASSWORD-LENGTH']],
    ['Zhang.San123', ['PASSWORD-OF-USERNAME']],
    ['zhang.san-k2Rw8vQe', []],
    ['111', ['PASSWORD-LENGTH', 'PASSWORD-GUESSABLE']],
  ])('%s: %j', (password, expected) => {
    expect(codes(password)).toEqual(expected);
  });

  it('names the law and the place', () => {
    expect(passwordViolations('short', 'x', '/newPassword')[0]).toMatchObject({
      pointer: '/newPassword',
      citation: { law: '中华人民共和国个人信息保护法', article: '第五十一条第(三)项' },
    });
  });
});

describe('usernameViolations', () => {
  it('refuses numbers that tell of a person, and what is taken, both at once', () => {
    expect(usernameViolations('11010519491231002x', true).map(({ code }) => code)).toEqual([
      'USERNAME-PERSONAL',
      'USERNAME-TAKEN',
    ]);
    expect(usernameViolations('13800138000', false)).toHaveLength(1);
    expect(usernameViolations('applicant-2026', false)).toEqual([]);
  });
});
