import { blanksOf, renderNotice } from './render-notice.js';
import { NOTICE_TEMPLATES, type NoticeTemplate, type NoticeTemplateRow } from './templates.table.js';

const DATA = {
  title: '北京市智能装备技术学会',
  receiptNumber: '110000-2026-0001',
  lastDay: '2026-12-01',
  decisionNumber: '110000民社记〔2026〕1号',
  reviewBody: '北京市人民政府',
  reviewUntil: '2027-01-25',
  suitUntil: '2027-05-24',
};
const ROWS = Object.entries(NOTICE_TEMPLATES) as [NoticeTemplate, NoticeTemplateRow][];

describe.each(ROWS)('the notice %s', (name, { needs, may, title, body }) => {
  it('names the same in both languages, and all that it names it declares', () => {
    for (const { zh, en } of [title, ...body]) expect(new Set(blanksOf(en))).toEqual(new Set(blanksOf(zh)));
    const named = new Set([title, ...body].flatMap(({ zh }) => blanksOf(zh)));
    expect([...needs, ...may].sort()).toEqual([...named].sort());
    expect(blanksOf(title.zh).filter((datum) => may.includes(datum))).toEqual([]);
  });

  it('has no hole when all is known, nor when only what it needs is', () => {
    const least = Object.fromEntries(needs.map((datum) => [datum, DATA[datum]]));
    for (const data of [DATA, least]) {
      const notice = renderNotice(name, data);
      for (const text of [notice.title, notice.body].flatMap(({ zh, en }) => [zh, en])) {
        expect(text).toContain(DATA.title);
        expect(text).not.toMatch(/[{}]|undefined|null|\s{2}/);
      }
      expect(notice.title.zh).toMatch(/^\p{Script=Han}/u);
      expect(notice.body.zh).toMatch(/。$/);
    }
  });

  it('says the receipt and the last day where the matter has them', () => {
    const { zh, en } = renderNotice(name, DATA).body;
    for (const datum of may) expect([zh, en].every((text) => text.includes(DATA[datum]))).toBe(true);
  });

  it('is not written without what it needs', () => {
    expect(() => renderNotice(name, { ...DATA, title: null })).toThrow(`the notice ${name} lacks title`);
  });
});

it('lets no datum begin a line of its own', () => {
  const { title, body } = renderNotice('accepted', { ...DATA, title: '甲\r\nBcc: a@b.org\u2028乙\0' });
  expect(title.zh).toBe('受理：甲 Bcc: a@b.org 乙 ');
  for (const text of [title.zh, title.en, body.zh, body.en]) expect(text).not.toMatch(/[\r\n\0\u2028]/);
});

it('takes a datum as it stands, not as a pattern', () => {
  expect(renderNotice('accepted', { title: '$& {lastDay}' }).title.zh).toBe('受理：$& {lastDay}');
});
