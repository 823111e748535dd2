import { canonicalJson, cite, type Violation } from '@app/kernel';
import type { EntryKind } from '@app/register';
import { NAME_STRUCTURE } from '../name/name-forms.table.js';
import { breach } from '../judge.js';
import { ITEMS, itemViolations } from './change.matter.js';
import type { ChangedItems } from './matter-content.js';
import type { MatterFacts, MatterRule } from './matter.facts.js';
import { ALL_KINDS, ANY_STATUS, type Effect, type Matter } from './matter.js';
import { everyKind, moved } from './matter-sources.js';
import { REGISTER_ROWS as ROWS } from './matter.table.js';
import { papersOf } from './papers.table.js';
import { EX_OFFICIO } from './ex-officio.workflow.js';

const FOUNDING: readonly EntryKind[] = ['ESTABLISHED', 'IMPORTED'];
const OWN_MOTION = everyKind(cite('中华人民共和国行政许可法', '第六十九条第一款'));

/** What the place of an entry says now, earlier corrections included, and what it said before it was emptied. */
function inPlace({ entries }: MatterFacts, number: number) {
  const found = entries.find((entry) => entry.number === number);
  const stood = entries.filter((entry) => entry.number === number || entry.corrects === number);
  const said = stood.findLast(({ difference }) => Object.keys(difference).length > 0);
  return found && { ...found, difference: stood.at(-1)!.difference, said: said!.difference };
}

/** A court annulled the entry: its place is empty. */
function isVoid(place: { readonly difference: object }): boolean {
  return Object.keys(place.difference).length === 0;
}

function itemsOf(content: ChangedItems): ChangedItems {
  return Object.fromEntries(ITEMS.filter((item) => content[item] !== undefined).map((item) => [item, content[item]]));
}

/** What an entry is to say instead: items that it had, and that now read otherwise. */
function replacementViolations(
  facts: MatterFacts,
  on: string,
  at: string,
  number: number,
  content: ChangedItems,
): Violation[] {
  const wrong = inPlace(facts, number);
  if (!wrong || wrong.corrects !== null)
    return breach(
      ROWS.entry,
      on,
      true,
      `${at}/entry`,
      '没有此编号的登记记载（更正记载本身须以原记载编号更正）',
      'there is no entry of this number (name the first entry, not a correction of it)',
    );
  if (isVoid(wrong))
    return breach(ROWS.again, on, true, `${at}/entry`, '该记载已被撤除', 'that entry was taken out before');
  const items = Object.entries(itemsOf(content));
  const strange = items.filter(([item]) => !(item in wrong.difference)).map(([item]) => item);
  const changes = items.some(([item, value]) => canonicalJson(value) !== canonicalJson(wrong.difference[item]));
  return [
    ...strange.flatMap((item) =>
      breach(ROWS.item, on, true, `${at}/${item}`, '该记载没有登记此事项', 'that entry does not speak of this item'),
    ),
    ...breach(
      ROWS.changes,
      on,
      !changes,
      at,
      '更正内容与登记簿一致，没有任何变化',
      'the correction would change nothing',
    ),
    ...itemDefects(facts, { on, then: wrong.legalDate }, at, content),
    ...breach(
      ROWS.division,
      on,
      content.division !== undefined && !facts.surroundings.divisionKnown,
      `${at}/division`,
      '没有此行政区划',
      'there is no such division',
    ),
  ];
}

/** What is entered instead is judged as it would have been at its birth. */
function itemDefects(
  facts: MatterFacts,
  { on, then }: { on: string; then: string },
  at: string,
  content: ChangedItems,
) {
  const bent = { ...facts, filed: { ...facts.filed, change: { ...itemsOf(content), reason: '' } } };
  // The law of the day on which it was entered; but whose name it is by now, the register of today says.
  const taken = itemViolations(bent, on).filter(({ code }) => code === NAME_STRUCTURE.identical.id);
  const found = [...itemViolations(bent, then).filter(({ code }) => code !== NAME_STRUCTURE.identical.id), ...taken];
  return moved(found, { '/change': at });
}

/** 更正登记: what was entered wrongly is entered rightly in the same place; what was believed before stays readable. */
export const CORRECTION: Matter = {
  type: 'CORRECTION',
  part: 'correction',
  workflow: EX_OFFICIO,
  by: 'REVIEW_OFFICER',
  kinds: ALL_KINDS,
  during: ANY_STATUS,
  ground: OWN_MOTION,
  papers: papersOf('CORRECTION'),
  rows: [ROWS.entry, ROWS.item, ROWS.changes, ROWS.division],
  rule: (facts, on) => {
    const { correction } = facts.filed;
    return correction ? replacementViolations(facts, on, '/correction', correction.entry, correction) : [];
  },
  effects: ({ filed }) => [
    { kind: 'CORRECTED', corrects: filed.correction!.entry, set: { ...itemsOf(filed.correction!) } },
  ],
};

const aboutKnown: MatterRule = ({ filed, entries }, on) => {
  const about = filed.annotation?.about;
  const unknown = about !== undefined && !entries.some(({ number }) => number === about);
  return breach(
    ROWS.entry,
    on,
    unknown,
    '/annotation/about',
    '没有此编号的登记记载',
    'there is no entry of this number',
  );
};

/** 登记备注: a remark in the timeline that changes no registered item. */
export const ANNOTATION: Matter = {
  type: 'ANNOTATION',
  part: 'annotation',
  workflow: EX_OFFICIO,
  by: 'REVIEW_OFFICER',
  kinds: ALL_KINDS,
  during: ANY_STATUS,
  ground: OWN_MOTION,
  papers: papersOf('ANNOTATION'),
  rows: [ROWS.entry],
  rule: aboutKnown,
  effects: ({ filed }) => [{ kind: 'ANNOTATED', annotation: { ...filed.annotation! } }],
};

const remedyRule: MatterRule = (facts, on): Violation[] => {
  const { remedy } = facts.filed;
  if (!remedy) return [];
  const attacked = inPlace(facts, remedy.entry);
  const founding = attacked !== undefined && FOUNDING.includes(attacked.kind);
  const again = attacked !== undefined && isVoid(attacked) && remedy.result !== 'UPHELD';
  return [
    ...breach(
      ROWS.entry,
      on,
      !attacked || attacked.corrects !== null,
      '/remedy/entry',
      '没有此编号的登记记载（更正记载须以原记载编号提出）',
      'there is no entry of this number (name the first entry, not a correction of it)',
    ),
    ...breach(ROWS.again, on, again, '/remedy/entry', '该记载已被撤除', 'that entry was taken out before'),
    ...breach(
      ROWS.decided,
      on,
      remedy.decidedOn > on,
      '/remedy/decidedOn',
      '决定日期不得晚于今日',
      'the day of the decision lies in the future',
    ),
    ...breach(
      ROWS.founding,
      on,
      founding && remedy.result === 'ANNULLED',
      '/remedy/result',
      '成立登记被撤销的，办理撤销登记',
      'where the establishment itself is annulled, annul the registration',
    ),
    ...(remedy.result === 'CHANGED' ? replacementViolations(facts, on, '/remedy', remedy.entry, remedy) : []),
  ];
};

/** 复议、诉讼结果: the entry that was attacked stands, reads otherwise, or is taken out of its place. */
export const REMEDY_OUTCOME: Matter = {
  type: 'REMEDY_OUTCOME',
  part: 'remedy',
  workflow: EX_OFFICIO,
  by: 'ENFORCEMENT_OFFICER',
  kinds: ALL_KINDS,
  during: ANY_STATUS,
  ground: everyKind(ROWS.remedy.citation),
  papers: papersOf('REMEDY_OUTCOME'),
  rows: [ROWS.entry, ROWS.again, ROWS.decided, ROWS.founding, ROWS.remedy, ROWS.suit],
  rule: remedyRule,
  effects: (facts): Effect[] => {
    const remedy = facts.filed.remedy!;
    const { corrects, citation } = {
      corrects: remedy.entry,
      citation: (remedy.remedy === 'SUIT' ? ROWS.suit : ROWS.remedy).citation,
    };
    const word = { UPHELD: '维持', CHANGED: '变更', ANNULLED: '撤销' }[remedy.result];
    const way = remedy.remedy === 'REVIEW' ? '行政复议' : '行政诉讼';
    const text = `${way}：${remedy.body}${remedy.paperNumber}（${remedy.decidedOn}）${word}第${remedy.entry}号记载`;
    const annotation: Effect = { kind: 'ANNOTATED', annotation: { text, about: remedy.entry }, citation };
    const place = inPlace(facts, remedy.entry)!;
    if (remedy.result === 'ANNULLED') return [{ kind: 'VOIDED', corrects, citation }, annotation];
    if (remedy.result === 'CHANGED') {
      return [{ kind: 'CORRECTED', corrects, citation, set: { ...itemsOf(remedy) } }, annotation];
    }
    // What an earlier judgment took out of its place comes back with the one that upholds it.
    const restored: Effect[] = isVoid(place) ? [{ kind: 'CORRECTED', corrects, citation, set: place.said }] : [];
    return [...restored, annotation];
  },
};
