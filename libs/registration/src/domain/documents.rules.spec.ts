import { charterViolations, documentViolations, requiredDocuments } from './documents.rules.js';
import { ALL_CHARITY_ITEMS, SAMPLE_DAY, sampleCharity, sampleDualFacts, sampleFacts } from './testing/sample-facts.js';

const KINDS = ['SOCIAL_GROUP', 'SOCIAL_SERVICE_INSTITUTION', 'FOUNDATION'] as const;

describe('documents', () => {
  it.each(KINDS)('of a %s: consent under DUAL only, self-assessment under DIRECT only', (kind) => {
    const papers = (track: 'DIRECT' | 'DUAL') => requiredDocuments({ kind, track }).map(({ value }) => value.document);
    expect(papers('DIRECT')).not.toContain('SUPERVISOR_CONSENT');
    expect(papers('DIRECT')).toContain('CLASS_SELF_ASSESSMENT');
    expect(papers('DUAL')).toContain('SUPERVISOR_CONSENT');
    expect(papers('DUAL')).not.toContain('CLASS_SELF_ASSESSMENT');
  });

  it('names every missing one (第十一条)', () => {
    const found = documentViolations(sampleDualFacts('SOCIAL_GROUP', { documents: [] }), SAMPLE_DAY);
    expect(found.map(({ message }) => message.zh)).toEqual([
      '缺少登记申请书',
      '缺少业务主管单位的批准文件',
      '缺少验资报告',
      '缺少场所使用权证明',
      '缺少发起人和拟任负责人的基本情况、身份证明',
      '缺少章程草案',
      '缺少会员名册',
    ]);
  });

  it('never demands a licence to practise', () => {
    const asked = KINDS.flatMap((kind) => requiredDocuments({ kind, track: 'DIRECT' }));
    expect(asked.map(({ value }) => value.document)).not.toContain('PRACTICE_LICENCE');
  });
});

describe('charter', () => {
  it.each([
    ['SOCIAL_GROUP', 9, '第十四条第(九)项'],
    ['SOCIAL_SERVICE_INSTITUTION', 8, '第十条第(八)项'],
    ['FOUNDATION', 9, '第十条第二款第(九)项'],
  ] as const)('of a %s: names each of the %i items it lacks, to %s', (kind, count, last) => {
    const found = charterViolations(sampleFacts(kind, { charterItems: [] }), SAMPLE_DAY);
    expect(found).toHaveLength(count);
    expect(found.at(-1)!.citation.article).toBe(last);
  });

  it('of a charity needs the ten items of 慈善法 第十一条 besides', () => {
    const lacking = (charityCharterItems?: readonly number[]) =>
      charterViolations(sampleCharity('FOUNDATION', { charityCharterItems }), SAMPLE_DAY).map(({ code }) => code);
    expect(lacking(ALL_CHARITY_ITEMS)).toEqual([]);
    expect(lacking([1, 2, 3, 4, 5, 6, 7, 9, 10])).toEqual(['CH-11-8']);
    expect(lacking()).toHaveLength(10);
  });
});
