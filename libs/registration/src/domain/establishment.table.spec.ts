import { isInForce, isLegalDate, lastDay, type Period } from '@app/kernel';
import { establishmentViolations } from './establishment.rules.js';
import {
  decisionPeriod,
  ESTABLISHMENT_ROWS,
  EXCLUDED_TIME,
  extensionOf,
  NON_ADMISSION_GROUNDS,
  nonAdmissionGround,
  REFUSAL_GROUNDS,
  refusalGround,
  remedyRows,
  rulesInForce,
} from './establishment.table.js';
import { requiredDocuments } from './documents.rules.js';
import { PRACTICE_LICENCE_ROW } from './documents.table.js';
import { nameStructure } from './name/name-structure.js';
import { DEFECT_BY_ROW, withoutPaper } from './testing/defect-by-row.js';
import { SAMPLE_DAY, sampleCharity, sampleFacts } from './testing/sample-facts.js';
import { DIRECT_CLASSES } from './track.table.js';

const KINDS = ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION'] as const;
const PERIODS: Readonly<Record<string, string>> = {
  'AL-32-1-4-CORRECTION': '2026-03-09',
  'AL-44-CERTIFICATE': '2026-03-16',
  'AL-47-1-ASK': '2026-03-09',
  'AL-47-1-HOLD': '2026-03-30',
  'AL-42-1-DECISION': '2026-03-30',
  'AL-42-1-EXTENSION': '2026-03-16',
  'SG-12-1-DECISION': '2026-05-01',
  'SSI-11-1-DECISION': '2026-05-01',
  'FD-11-1-DECISION': '2026-05-01',
  'CH-10-1-DECISION': '2026-04-01',
  'CH-10-3-EXTENSION': '2026-05-01',
  'SG-15-FILING': '2026-05-06',
  'SG-15-CERTIFICATE': '2026-04-01',
  'RV-2017-9-PERIOD': '2026-05-06',
  'RV-2023-20-PERIOD': '2026-05-06',
};
/** Rows that no single defect breaks, each with what shows that it is applied. */
const APPLIED: Readonly<Record<string, () => unknown>> = {
  'RV-2017-12-BODY': () => remedyRows({ level: 'PROVINCE' }, '2023-12-31').body.id,
  'RV-2017-14-BODY': () => remedyRows({ level: 'NATION' }, '2023-12-31').body.id,
  'RV-2023-24-BODY': () => remedyRows({ level: 'DISTRICT' }, '2024-01-01').body.id,
  'RV-2023-25-BODY': () => remedyRows({ level: 'NATION' }, '2024-01-01').body.id,
  'LT-46-1-PERIOD': () => remedyRows({ level: 'NATION' }, SAMPLE_DAY).suit.id,
  'LT-44-1-CHOICE': () => remedyRows({ level: 'NATION' }, SAMPLE_DAY).choice.id,
  'SSI-12-2-LICENCE': () =>
    requiredDocuments(sampleFacts('SOCIAL_SERVICE_INSTITUTION')).includes(PRACTICE_LICENCE_ROW) || 'SSI-12-2-LICENCE',
  'NM-8-SHORT-PROVINCE': () =>
    nameStructure(sampleFacts('SOCIAL_GROUP', { name: '北京律师协会' })).division === '北京' && 'NM-8-SHORT-PROVINCE',
  'AL-45-EXCLUDED': () =>
    EXCLUDED_TIME.value.causes.map(({ code }) => code).join() === 'HEARING,TESTING,EXPERT_REVIEW' && 'AL-45-EXCLUDED',
  'DR-INDUSTRY': () => DIRECT_CLASSES.INDUSTRY.value.limit.zh.includes('行业协会') && 'DR-INDUSTRY',
  'DR-SCITECH': () => DIRECT_CLASSES.SCITECH.value.limit.zh.includes('不含社会科学') && 'DR-SCITECH',
  'DR-CHARITY': () => DIRECT_CLASSES.CHARITY.value.limit.zh.includes('助学') && 'DR-CHARITY',
  'DR-COMMUNITY': () => DIRECT_CLASSES.COMMUNITY.value.limit.zh.includes('社区内') && 'DR-COMMUNITY',
};

describe('rows of establishment', () => {
  it('have ids of their own', () => {
    expect(new Set(ESTABLISHMENT_ROWS.map(({ id }) => id)).size).toBe(ESTABLISHMENT_ROWS.length);
  });

  it.each(ESTABLISHMENT_ROWS.map((row) => [row.id, row] as const))('%s has law, article and sane dates', (id, row) => {
    expect(id).toMatch(/^(SG|SSI|FD|CH|AL|NM|DR|ON|RV|LT)(-[0-9A-Z]+)+$/);
    expect(row.citation.law).not.toBe('');
    expect(row.citation.article).toMatch(/^第.+条|部分$/);
    expect(isLegalDate(row.inForceFrom)).toBe(true);
    expect(row.inForceFrom >= '1998-10-25' && row.inForceFrom < SAMPLE_DAY).toBe(true);
    if (row.inForceTo) expect(row.inForceTo > row.inForceFrom && isLegalDate(row.inForceTo)).toBe(true);
  });

  it.each(ESTABLISHMENT_ROWS.map((row) => [row.id, row] as const))('%s is applied', (id, row) => {
    if (id in PERIODS) return expect(lastDay('2026-03-02', row.value as Period)).toBe(PERIODS[id]);
    if (id in APPLIED) return expect(APPLIED[id]!()).toBe(id);
    const grounds = [...Object.values(REFUSAL_GROUNDS).flat(), ...NON_ADMISSION_GROUNDS];
    if (/-[RN]\d$/.test(id)) return expect(grounds).toContain(row);
    const facts = DEFECT_BY_ROW[id] ?? withoutPaper(row);
    const rules = establishmentViolations(facts!, SAMPLE_DAY).map(({ rule }) => rule);
    expect(rules).toContain(id);
    expect(isInForce(row, SAMPLE_DAY)).toBe(true);
  });

  it('every exercise is of a row that exists', () => {
    const ids = new Set(ESTABLISHMENT_ROWS.map(({ id }) => id));
    const exercised = [DEFECT_BY_ROW, PERIODS, APPLIED].flatMap((each) => Object.keys(each));
    expect(exercised.filter((id) => !ids.has(id))).toEqual([]);
  });
});

describe('rulesInForce', () => {
  it.each(KINDS)('holds every row that a defect of a %s names', (kind) => {
    const matter = sampleCharity(kind);
    const ids = new Set(rulesInForce(matter, SAMPLE_DAY).map(({ id }) => id));
    const broken = { ...matter, name: 'AI', funds: -1, documents: [], charterItems: [], leaders: [], organs: [] };
    const named = establishmentViolations(broken, SAMPLE_DAY).map(({ rule }) => rule!);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((id) => !ids.has(id))).toEqual([]);
  });

  it('leaves out what was not in force', () => {
    const rows = rulesInForce(sampleFacts('SOCIAL_GROUP'), '2024-04-30');
    expect(rows.some(({ id }) => id.startsWith('NM-'))).toBe(false);
  });
});

describe('the period for the decision', () => {
  it.each(KINDS)('is 60 natural days from receipt of all papers for a %s, and no law extends it', (kind) => {
    const { row, from } = decisionPeriod({ kind, charity: false }, SAMPLE_DAY);
    expect([row.value, from]).toEqual([{ days: 60, unit: 'natural', rolls: false }, 'RECEIPT']);
    expect(extensionOf({ kind, charity: false }, SAMPLE_DAY)).toBeUndefined();
  });

  it('is 30 natural days from acceptance for a charity, at most 60 more with the ministry’s approval (慈善法 第十条)', () => {
    const matter = { kind: 'FOUNDATION', charity: true } as const;
    const { row, from } = decisionPeriod(matter, SAMPLE_DAY);
    expect([row.id, row.value.days, row.value.unit, from]).toEqual(['CH-10-1-DECISION', 30, 'natural', 'ACCEPTANCE']);
    expect(extensionOf(matter, SAMPLE_DAY)?.value).toMatchObject({ days: 60, approvedBy: { zh: '国务院民政部门' } });
  });

  it('was that of the Regulations before the Charity Law', () => {
    expect(decisionPeriod({ kind: 'FOUNDATION', charity: true }, '2016-08-31').row.id).toBe('FD-11-1-DECISION');
    expect(decisionPeriod({ kind: 'FOUNDATION', charity: true }, '2016-09-01').row.id).toBe('CH-10-1-DECISION');
  });

  it.each(KINDS)('is never the default of 许可法 第四十二条 for a %s: the Regulations rule otherwise', (kind) => {
    for (const charity of [false, true]) {
      const ids = rulesInForce(sampleFacts(kind, { charity }), SAMPLE_DAY).map(({ id }) => id);
      expect(ids.filter((id) => id.startsWith('AL-42'))).toEqual([]);
    }
  });
});

describe('grounds', () => {
  it('finds each ground of each kind by its code', () => {
    for (const kind of KINDS) {
      for (const row of REFUSAL_GROUNDS[kind]) expect(refusalGround(kind, row.value.code)).toBe(row);
    }
    for (const row of NON_ADMISSION_GROUNDS) expect(nonAdmissionGround(row.value.code, SAMPLE_DAY)).toBe(row);
  });

  it('cites each kind’s own item: deceit is (四) of 社团 第十三条 and (二) of 民非 第十一条', () => {
    expect(refusalGround('SOCIAL_GROUP', 'R4')?.citation.article).toBe('第十三条第(四)项');
    expect(refusalGround('SOCIAL_SERVICE_INSTITUTION', 'R4')?.citation.article).toBe('第十一条第二款第(二)项');
  });

  it('knows no refusal of a foundation because of a like one, and no invented code', () => {
    expect(refusalGround('FOUNDATION', 'R2')).toBeUndefined();
    expect(refusalGround('SOCIAL_GROUP', 'R9')).toBeUndefined();
    expect(nonAdmissionGround('N9', SAMPLE_DAY)).toBeUndefined();
  });
});
