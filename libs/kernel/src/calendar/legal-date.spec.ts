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

  it('exists exactly when a calendar of its own writes the same day again, in leap years and others', () => {
    for (const year of ['0004', '1900', '2000', '2023', '2024', '2100', '9996']) {
      for (let at = 0; at < 14 * 33; at++) {
        const text = `${year}-${String(Math.floor(at / 33)).padStart(2, '0')}-${String(at % 33).padStart(2, '0')}`;
        const instant = new Date(`${text}T00:00:00Z`);
        const again = Number.isNaN(instant.getTime()) ? '' : instant.toISOString().slice(0, 10);
        expect([text, isLegalDate(text)]).toEqual([text, again === text]);
      }
    }
  });
});
