import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';
import { KINDS } from '@app/register';

/** The hubs of the plan, in their four batches (专栏7). */
const HUBS = [10, 12, 5, 9].flatMap((size, batch) =>
  Array.from({ length: size }, (_, order) => `HUB-${batch + 1}-${String(order + 1).padStart(2, '0')}`),
);
const LEAST = { misleading: 0.3, eachHub: 5 };

describe.each([
  ['labelled', 300],
  ['held-out', 180],
])('the organizations of %s.csv', (file, least) => {
  const text = readFileSync(`test/bench/hub-assignment/${file}.csv`);
  const rows: Record<string, string>[] = parse(text, { columns: true });

  it('are enough, over all hubs of the plan, and enough of them mislead', () => {
    expect(rows.length).toBeGreaterThanOrEqual(least);
    for (const code of HUBS) {
      expect([code, rows.filter(({ hub }) => hub === code).length >= LEAST.eachHub]).toEqual([code, true]);
    }
    expect(rows.filter(({ misleading }) => misleading === 'yes').length / rows.length).toBeGreaterThanOrEqual(
      LEAST.misleading,
    );
  });

  it('have a name of their own, a scope, a kind, a division, and the code of a hub that there is', () => {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
    for (const { name, scope, kind, division, hub, misleading } of rows) {
      expect({ name, ok: scope !== '' && /^11\d{4}$/.test(division) && HUBS.includes(hub) }).toEqual({
        name,
        ok: true,
      });
      expect(KINDS).toContain(kind);
      expect(['yes', 'no']).toContain(misleading);
    }
  });
});
