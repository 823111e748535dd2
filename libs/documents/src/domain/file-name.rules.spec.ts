import { cleanFileName } from './file-name.rules.js';
import type { DocumentKind } from './document-kind.table.js';

describe('cleanFileName', () => {
  const cases: [string, string, DocumentKind, string][] = [
    ['keeps a Chinese name', '章程草案.pdf', 'PDF', '章程草案.pdf'],
    ['keeps either ending of a JPEG', 'a.JPEG', 'JPEG', 'a.JPEG'],
    ['drops folders of Unix', '../../etc/passwd', 'PDF', 'passwd.pdf'],
    ['drops folders of Windows', 'C:\\Users\\x\\章程.docx', 'DOCX', '章程.docx'],
    ['adds the ending of what it really is', 'invoice.exe', 'PDF', 'invoice.exe.pdf'],
    ['is not turned around by direction marks', 'a\u202Efdp.exe', 'PDF', 'afdp.exe.pdf'],
    ['drops control characters', 'a\r\nSet-Cookie: x\0.png', 'PNG', 'aSet-Cookie_ x.png'],
    ['replaces what Windows cannot store', 'a<b>:"|?*.png', 'PNG', 'a_b______.png'],
    ['composes to NFC', 'e\u0301.pdf', 'PDF', '\u00e9.pdf'],
    ['drops leading dots and trailing spaces', ' ..hidden.pdf. ', 'PDF', 'hidden.pdf'],
    ['guards the names of devices', 'CON.pdf', 'PDF', '_CON.pdf'],
    ['names the nameless', '', 'XLSX', '未命名.xlsx'],
    ['names what is only an ending', '.pdf', 'PDF', 'pdf.pdf'],
  ];

  it.each(cases)('%s', (_title, given, kind, expected) => {
    expect(cleanFileName(given, kind)).toBe(expected);
  });

  it('cuts at 200 characters, keeping the ending and whole characters', () => {
    const name = cleanFileName(`${'𠮷'.repeat(300)}.pdf`, 'PDF');
    expect([...name]).toHaveLength(200);
    expect(name.endsWith('𠮷.pdf')).toBe(true);
  });

  it('keeps an ending that grew from a long extension at 200 too', () => {
    expect([...cleanFileName(`a.${'x'.repeat(500)}`, 'PDF')]).toHaveLength(200);
  });
});
