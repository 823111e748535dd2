import { isLegalDate } from './legal-date.js';

describe('a legal date', () => {
  it.each(['0001-01-01', '2024-02-29', '9999-12-31'])('is %s', (text) => {
    expect(isLegalDate(text)).toBe(true);
  });

  it.each(['0000-01-01', '0000-12-31', '2026-02-29', '2026-13-01', '10000-01-01', '2026-1-1', ' 2026-01-01', ''])(
    'is not "%s"',
    (text) => {
      expect(isLegalDate(text)).toBe(false);
    },
  );
});
