import { isInForce, isLegalDate, lastDay, type Period } from '@app/kernel';
import { MATTERS, matterRows, matterViolations } from './matters.js';
import {
  ANNULMENT_GROUNDS,
  BRANCH_ROWS,
  CHARITY_ROWS,
  FUNDRAISING_ROWS,
  MATTER_REFUSALS,
  RECORDING_PERIOD,
  REGISTER_ROWS,
  REVOCATION_GROUNDS,
  SPLIT_ROWS,
} from './matter.table.js';
import { MATTER_TYPES, type MatterType } from './matter-types.js';
import { PAPER_ROWS } from './papers.table.js';
import { MATTER_ROWS } from './testing/matter-rows.js';
import { DEFECT_BY_MATTER_ROW } from './testing/defect-by-matter-row.js';
import { KINDS, SAMPLE_DAY, sampleMatter } from './testing/sample-matters.js';

/** The last day of each period that begins on 2026-11-24. */
const PERIODS: Readonly<Record<string, string>> = {
  [CHARITY_ROWS.decision.id]: '2026-12-14',
  [CHARITY_ROWS.extension.id]: '2027-01-23',
  [FUNDRAISING_ROWS.decision.id]: '2026-12-14',
  [BRANCH_ROWS.foundationDecision.id]: '2027-01-23',
  [RECORDING_PERIOD.id]: '2026-12-22',
};

/** Rows that no single defect breaks, each with what shows that it is applied. */
const APPLIED: Readonly<Record<string, () => unknown>> = {
  [REGISTER_ROWS.suit.id]: () => {
    const { remedy } = sampleMatter('REMEDY_OUTCOME', 'SOCIAL_GROUP').filed;
    const facts = sampleMatter('REMEDY_OUTCOME', 'SOCIAL_GROUP', { parts: { remedy: { ...remedy!, remedy: 'SUIT' } } });
    return MATTERS.REMEDY_OUTCOME.effects(facts, granting)[0].citation === REGISTER_ROWS.suit.citation;
  },
  [SPLIT_ROWS.named.id]: () => SPLIT_ROWS.named.value.required,
  [REGISTER_ROWS.remedy.id]: () => MATTERS.REMEDY_OUTCOME.ground.FOUNDATION === REGISTER_ROWS.remedy.citation,
};
const granting = { on: SAMPLE_DAY, certificateNumber: 'C', decisionNumber: 'D', people: [] };

const ofKind = (type: MatterType) =>
  KINDS.filter((kind) => MATTERS[type].kinds.includes(kind) && !(type === 'BRANCH_RECORD' && kind !== 'SOCIAL_GROUP'));

describe('rows of the matters', () => {
  it('have ids of their own, a citation and days that exist', () => {
    const ids = MATTER_ROWS.map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    for (const { citation, inForceFrom } of MATTER_ROWS) {
      expect(citation.law.length * citation.article.length).toBeGreaterThan(0);
      expect(isLegalDate(inForceFrom)).toBe(true);
    }
  });

  const grounds = [...Object.values(ANNULMENT_GROUNDS).flat(), ...REVOCATION_GROUNDS];
  it.each(MATTER_ROWS.filter((row) => !PAPER_ROWS.some(({ id }) => id === row.id)).map(({ id }) => id))(
    '%s is broken by a matter of its own, or shown to be applied',
    (id) => {
      const row = MATTER_ROWS.find((one) => one.id === id)!;
      if (id in PERIODS) expect(lastDay(SAMPLE_DAY, row.value as Period)).toBe(PERIODS[id]);
      else if (id in APPLIED) expect(APPLIED[id]()).toBe(true);
      else if (MATTER_REFUSALS.some((ground) => ground.id === id)) expect(row.inForceFrom <= SAMPLE_DAY).toBe(true);
      else if (grounds.some((ground) => ground.id === id)) expect(accepted(id)).toBe(true);
      else expect(DEFECT_BY_MATTER_ROW[id]().map(({ code }) => code)).toContain(id);
    },
  );

  /** A sanction on this ground is entered. */
  function accepted(id: string): boolean {
    const ground = grounds.find((one) => one.id === id)!;
    const type = REVOCATION_GROUNDS.includes(ground) ? 'REVOCATION' : 'ANNULMENT';
    const kind = KINDS.find((one) => type === 'REVOCATION' || ANNULMENT_GROUNDS[one].includes(ground))!;
    const { sanction } = sampleMatter(type, kind).filed;
    const parts = { sanction: { ...sanction!, ground: ground.value.code } };
    return matterViolations(MATTERS[type], sampleMatter(type, kind, { parts }), SAMPLE_DAY).length === 0;
  }

  it.each(PAPER_ROWS.map(({ id }) => id))('%s is found missing when it is, and not when it is there', (id) => {
    const row = PAPER_ROWS.find((one) => one.id === id)!;
    const { matter, paper, kinds } = row.value;
    const bend = callingFor(paper);
    const missing = sampleMatter(matter, kinds[0], bend);
    const without = { ...missing, papers: missing.papers.filter((one) => one !== paper) };
    expect(matterViolations(MATTERS[matter], without, SAMPLE_DAY).map(({ code }) => code)).toContain(id);
    expect(matterViolations(MATTERS[matter], missing, SAMPLE_DAY).map(({ code }) => code)).not.toContain(id);
  });

  /** What makes a paper needed that is not always so. */
  function callingFor(paper: string): Parameters<typeof sampleMatter>[2] {
    const head = sampleMatter('LEADERS_FILING', 'SOCIAL_GROUP').people;
    const change = {
      reason: '变更',
      residence: '北京市西城区月坛南街1号',
      funds: 90_000_000,
      supervisorConsentOn: '2026-11-10',
    };
    if (paper === 'SUPERVISOR_CONSENT') return { standing: { supervisingUnit: '北京市科学技术协会' } };
    if (paper === 'CAPITAL_VERIFICATION' || paper === 'PREMISES_RIGHT') return { parts: { change } };
    if (paper === 'PERSONS_IDENTITY' || paper === 'FINANCIAL_AUDIT') return { people: head };
    return paper === 'OLD_CERTIFICATE' ? { parts: { replacement: { cause: 'DAMAGED' } } } : {};
  }
});

describe('a lawful matter', () => {
  it.each(MATTER_TYPES.flatMap((type) => ofKind(type).map((kind) => [type, kind] as const)))(
    '%s of a %s has no defect, and stores the rows it is judged by',
    (type, kind) => {
      const facts = sampleMatter(type, kind);
      expect(matterViolations(MATTERS[type], facts, SAMPLE_DAY)).toEqual([]);
      const rows = matterRows(MATTERS[type], facts, SAMPLE_DAY);
      expect(rows.every((row) => isInForce(row, SAMPLE_DAY))).toBe(true);
      expect(MATTERS[type].effects(facts, granting).length).toBeGreaterThan(0);
    },
  );
});
