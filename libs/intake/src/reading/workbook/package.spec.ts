import { partPath } from './package.js';

describe('partPath', () => {
  it.each([
    ['xl/workbook.xml', 'worksheets/sheet1.xml', 'xl/worksheets/sheet1.xml'],
    ['xl/workbook.xml', '/xl/styles.xml', 'xl/styles.xml'],
    ['xl/workbook.xml', '../a.xml', 'a.xml'],
    ['xl/workbook.xml', '../../../etc/passwd', 'etc/passwd'],
    ['', 'xl/workbook.xml', 'xl/workbook.xml'],
  ])('from %j to %s is %s', (from, target, path) => expect(partPath(from, target)).toBe(path));
});
