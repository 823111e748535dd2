import { HttpProblem } from '../http/problem.js';
import { readPage, type PageSource } from './keyset-page.js';
import type { Sql } from './sql.js';

const source: PageSource = {
  columns: 'name',
  from: 'list',
  where: '$1 = 1',
  parameters: [1],
  keys: [
    { sql: 'day', type: 'date' },
    { sql: 'id', type: 'bigint' },
  ],
};

/** A database of five rows, which notes what it was asked. */
function fiveRows(): Sql & { asked: { sql: string; parameters: unknown[] }[] } {
  const asked: { sql: string; parameters: unknown[] }[] = [];
  const rows = <Row>(sql: string, parameters: unknown[] = []) => {
    asked.push({ sql, parameters });
    const all = [1, 2, 3, 4, 5].map((id) => ({ name: `row ${id}`, key: ['2026-11-24', String(id)] }));
    return Promise.resolve((sql.includes('count(*)') ? [{ count: 5 }] : all.slice(0, 3)) as Row[]);
  };
  return { rows, asked };
}

const cursorOf = (content: unknown) => Buffer.from(JSON.stringify(content)).toString('base64url');
const next = async () => (await readPage(fiveRows(), source, { limit: 2 })).nextCursor!;

describe('a page by keyset', () => {
  it('shows what was asked for and points behind the last row shown', async () => {
    const page = await readPage(fiveRows(), source, { limit: 2 });
    expect(page.items).toEqual([{ name: 'row 1' }, { name: 'row 2' }]);
    expect(page.total).toEqual({ value: 5, relation: 'eq' });

    const db = fiveRows();
    await readPage(db, source, { limit: 2, cursor: page.nextCursor! });
    expect(db.asked[0].sql.replace(/\s+/g, ' ')).toContain(
      'WHERE $1 = 1 AND (day, id) > ($2::date, $3::bigint) ORDER BY day, id LIMIT 3',
    );
    expect(db.asked[0].parameters).toEqual([1, '2026-11-24', '2']);
    expect(db.asked[1].parameters).toEqual([1]);
  });

  it('has no next page when no row is left', async () => {
    expect((await readPage(fiveRows(), source, { limit: 3 })).nextCursor).toBeNull();
  });

  it.each([
    ['no JSON', () => 'rubbish'],
    ['no list', () => cursorOf({ day: 1 })],
    [
      'a key too few',
      async () => cursorOf((JSON.parse(Buffer.from(await next(), 'base64url').toString()) as string[]).slice(0, 2)),
    ],
    [
      'a day that does not exist',
      async () =>
        cursorOf((JSON.parse(Buffer.from(await next(), 'base64url').toString()) as string[]).with(1, '2026-02-30')),
    ],
    [
      'a number where an id belongs',
      async () => cursorOf((JSON.parse(Buffer.from(await next(), 'base64url').toString()) as unknown[]).with(2, 2)),
    ],
    [
      'a text that cannot be kept',
      async () => cursorOf((JSON.parse(Buffer.from(await next(), 'base64url').toString()) as string[]).with(2, '2\0')),
    ],
  ])('refuses a cursor that is %s', async (_, make) => {
    await expect(readPage(fiveRows(), source, { limit: 2, cursor: await make() })).rejects.toBeInstanceOf(HttpProblem);
  });

  it('refuses the cursor of another list or another order', async () => {
    const cursor = await next();
    for (const other of [
      { ...source, from: 'another' },
      { ...source, descending: true },
    ]) {
      await expect(readPage(fiveRows(), other, { limit: 2, cursor })).rejects.toBeInstanceOf(HttpProblem);
    }
  });
});
