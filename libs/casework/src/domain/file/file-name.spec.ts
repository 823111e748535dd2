import { archiveName, paperName } from './file-name.js';

it('keeps the name of a paper without what could leave the folder or tell of a person', () => {
  expect(paperName(12, '章程 草案.pdf')).toBe('012-章程 草案.pdf');
  expect(paperName(3, '../..\\a:b\u202e.pdf')).toBe('003-.._.._a_b_.pdf');
  expect(paperName(3, '张三110101190001021234.pdf')).toBe('003-张三110______________4.pdf');
  expect([...paperName(3, `${'长'.repeat(300)}.docx`)]).toHaveLength(129);
});

it('names the file by the receipt, or by the case where none was given', () => {
  expect(archiveName({ id: 'x', receiptNumber: '110000民社收〔2026〕1号' })).toBe('卷宗-110000民社收〔2026〕1号.zip');
  expect(archiveName({ id: 'x', receiptNumber: null })).toBe('卷宗-x.zip');
});
