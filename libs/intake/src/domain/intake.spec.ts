import { allowedActions, workflowDefects, type Workflow } from '@app/kernel';
import { partiesIn } from '../application/decide-batch.js';
import { INTAKE_BATCH, type BatchState } from './batch.workflow.js';
import { cellDefects } from './cell.rules.js';
import type { Column } from './column.js';

const column = (change: Partial<Column> = {}): Column => {
  return { name: 'cell', title: { zh: '单元格', en: 'cell' }, type: 'TEXT', required: false, example: '', ...change };
};
const codes = (text: string, change: Partial<Column> = {}): string[] =>
  cellDefects({ line: 2, values: { cell: text } }, [column(change)]).map(({ code }) => code);

describe('a cell', () => {
  it.each<[string, string, Partial<Column>, string[]]>([
    ['that is empty and may be', '', {}, []],
    ['that is empty and must not be', '', { required: true }, ['REQUIRED']],
    ['of words', '晨光合唱队', { required: true }, []],
    ['of 4,000 characters', 'x'.repeat(4_000), {}, []],
    ['of 4,001 characters', 'x'.repeat(4_001), {}, ['TOO_LONG']],
    ['with a bell in it', 'a\u0007b', {}, ['CONTROL_CHARACTER']],
    ['with half of a pair of surrogates', 'a\ud800b', {}, ['CONTROL_CHARACTER']],
    ['with a zero in it', 'a\0b', {}, ['CONTROL_CHARACTER']],
    ['of two lines', 'a\nb', {}, []],
    ['with one of its values', 'YES', { values: { YES: '是' } }, []],
    ['with another', '也许', { values: { YES: '是' } }, ['VALUE_UNKNOWN']],
    ['with a name that every object has', 'constructor', { values: { YES: '是' } }, ['VALUE_UNKNOWN']],
    ['of a number', '18', { type: 'NUMBER' }, []],
    ['of a number below nothing', '-1', { type: 'NUMBER' }, ['NUMBER']],
    ['of a number of ten digits', '1'.repeat(10), { type: 'NUMBER' }, ['NUMBER']],
    ['of a day', '2026-11-24', { type: 'DATE' }, []],
    ['of a day that never was', '2026-02-30', { type: 'DATE' }, ['DATE']],
  ])('%s', (_, text, change, expected) => expect(codes(text, change)).toEqual(expected));
});

/** Written out by hand: who may do what with a batch in each state. */
const ALLOWED: Readonly<Record<BatchState, Readonly<Record<string, readonly string[]>>>> = {
  JUDGING: { SYSTEM: ['finish', 'fail'] },
  JUDGED: { OFFICER: ['discard'], SECOND_OFFICER: ['commit'] },
  COMMITTING: { SYSTEM: ['finish', 'fail'] },
  COMMITTED: { SECOND_OFFICER: ['undo'] },
  UNDOING: { SYSTEM: ['finish', 'fail'] },
  UNDONE: {},
  DISCARDED: {},
};

describe('a batch', () => {
  it('has no state that cannot be reached, and no dead end', () =>
    expect(workflowDefects(INTAKE_BATCH as unknown as Workflow)).toEqual([]));

  it.each(Object.keys(ALLOWED) as BatchState[])(
    'in %s allows what the table by hand says, and nothing else',
    (state) => {
      for (const party of ['OFFICER', 'SECOND_OFFICER', 'SYSTEM'] as const) {
        expect([party, allowedActions(INTAKE_BATCH, state, new Set([party]))]).toEqual([
          party,
          ALLOWED[state][party] ?? [],
        ]);
      }
    },
  );

  it('is entered by another than who brought it, and undone by another than who had it entered', () => {
    const parties = (accountId: string, state: BatchState, committedBy: string | null) => [
      ...partiesIn({ accountId }, { state, uploadedBy: 'a', committedBy }),
    ];
    expect(parties('a', 'JUDGED', null)).toEqual(['OFFICER']);
    expect(parties('b', 'JUDGED', null)).toEqual(['OFFICER', 'SECOND_OFFICER']);
    expect(parties('b', 'COMMITTED', 'b')).toEqual(['OFFICER']);
    expect(parties('a', 'COMMITTED', 'b')).toEqual(['OFFICER', 'SECOND_OFFICER']);
    // Left to an officer again: who brought it still does not confirm it.
    expect(parties('a', 'JUDGED', 'b')).toEqual(['OFFICER']);
    expect(parties('b', 'JUDGED', 'b')).toEqual(['OFFICER', 'SECOND_OFFICER']);
  });
});
