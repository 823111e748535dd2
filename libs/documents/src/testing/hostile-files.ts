import { gzipSync } from 'node:zlib';
import type { FileRefusal } from '../domain/file-refusal.table.js';
import {
  contentTypes,
  docx,
  jpeg,
  officeParts,
  pdf,
  png,
  PNG_SIGNATURE,
  pngChunk,
  pngHeader,
  SHEET_MAIN,
  WORD_MAIN,
  wordParts,
  xlsx,
} from './honest-files.js';
import { zipOf, type ZipPart } from './zip-builder.js';

/** A file that must be refused, how somebody would try to pass it off, and the code of the refusal. */
export interface HostileFile {
  readonly title: string;
  readonly fileName: string;
  readonly code: FileRefusal;
  readonly build: () => Buffer;
}

const text = (content: string) => Buffer.from(content, 'latin1');
const MIB = 1_048_576;
const OFFICE = 'application/vnd.openxmlformats-officedocument.';
const MACRO_WORD = 'application/vnd.ms-word.document.macroEnabled.main+xml';
const MACRO_SHEET = 'application/vnd.ms-excel.sheet.macroEnabled.main+xml';
const VBA = '<Default Extension="bin" ContentType="application/vnd.ms-office.vbaProject"/>';
const office = (main: string, type: string, more?: string) => zipOf(officeParts(main, type, more));
const replaceTypes = (xml: string | Buffer) =>
  zipOf([{ path: '[Content_Types].xml', data: xml }, ...wordParts().slice(1)]);

/** An OLE compound file is known by its first bytes; its streams are named in UTF-16. */
function compound(stream: string): Buffer {
  const bytes = Buffer.alloc(4_096);
  text('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1').copy(bytes);
  Buffer.from(stream, 'utf16le').copy(bytes, 1_024);
  return bytes;
}

const row =
  (code: FileRefusal) =>
  (title: string, fileName: string, build: () => Buffer): HostileFile => ({
    title,
    fileName,
    code,
    build,
  });
const kind = row('FILE_KIND');
const cut = row('FILE_TRUNCATED');
const locked = row('FILE_ENCRYPTED');
const macros = row('FILE_MACROS');
const polyglot = row('FILE_POLYGLOT');
const paths = row('FILE_PATHS');
const bomb = row('FILE_BOMB');

/** A file that unpacks into ten files that unpack into ten files, and so on: 10^depth of a megabyte. */
function nested(depth: number): Buffer {
  const data = depth === 0 ? Buffer.alloc(MIB) : nested(depth - 1);
  return zipOf(Array.from({ length: 10 }, (_, index) => ({ path: `${index}.zip`, data, stored: depth > 0 })));
}

const WRONG_KIND: HostileFile[] = [
  row('FILE_EMPTY')('no bytes at all', 'a.pdf', () => Buffer.alloc(0)),
  kind('one byte', 'a.pdf', () => text('%')),
  kind('plain text', 'a.pdf', () => text('just words')),
  kind('a web page called PDF', 'a.pdf', () => text('<!DOCTYPE html><script>alert(1)</script>')),
  kind('a drawing with a script', 'a.png', () => text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')),
  kind('a GIF called PNG', 'a.png', () => text('GIF89a\x01\0\x01\0\0\0\0;')),
  kind('a Windows program called PDF', 'a.pdf', () => Buffer.concat([text('MZ\x90\0'), Buffer.alloc(200)])),
  kind('a Linux program', 'a.docx', () => Buffer.concat([text('\x7fELF\x02\x01\x01'), Buffer.alloc(200)])),
  kind('a shell script', 'a.jpg', () => text('#!/bin/sh\nrm -rf /\n')),
  kind('a gzip file', 'a.docx', () => gzipSync('x')),
  kind('a 7z archive', 'a.docx', () => text('7z\xbc\xaf\x27\x1c\0\x04')),
  kind('a RAR archive', 'a.xlsx', () => text('Rar!\x1a\x07\x01\0')),
  kind('a TIFF', 'a.jpg', () => text('II*\0\x08\0\0\0')),
  kind('a WebP', 'a.jpg', () => text('RIFF\x24\0\0\0WEBPVP8 ')),
  kind('rich text', 'a.docx', () => text('{\\rtf1 hello}')),
  kind('a PDF behind a byte order mark', 'a.pdf', () => Buffer.concat([text('\xef\xbb\xbf'), pdf()])),
  kind('a PDF behind a line feed', 'a.pdf', () => Buffer.concat([text('\n'), pdf()])),
  kind('an old Word document', 'a.docx', () => compound('WordDocument')),
  kind('a plain ZIP archive', 'a.docx', () => zipOf([{ path: 'a.txt', data: 'x' }])),
  kind('an archive of archives of archives', 'a.docx', () => nested(3)),
  kind('a Java archive', 'a.docx', () => zipOf([{ path: 'META-INF/MANIFEST.MF', data: 'Main-Class: A' }])),
  kind('an OpenDocument text', 'a.docx', () =>
    zipOf([{ path: 'mimetype', data: 'application/vnd.oasis.opendocument.text', stored: true }]),
  ),
  kind('a slide show', 'a.docx', () => office('ppt/presentation.xml', `${OFFICE}presentationml.presentation.main+xml`)),
  kind('a Word template', 'a.docx', () => office('word/document.xml', `${OFFICE}wordprocessingml.template.main+xml`)),
  kind('content types that name a part which is not there', 'a.docx', () =>
    replaceTypes(contentTypes({ 'word/other.xml': WORD_MAIN })),
  ),
  kind('a main part only in a comment', 'a.docx', () =>
    replaceTypes(`<Types><!--<Override PartName="/word/document.xml" ContentType="${WORD_MAIN}"/>--></Types>`),
  ),
  kind('content types with a DOCTYPE', 'a.docx', () =>
    replaceTypes(`<!DOCTYPE t [<!ENTITY a "b">]>${contentTypes({ 'word/document.xml': WORD_MAIN })}`),
  ),
  kind('two main parts', 'a.docx', () =>
    zipOf([
      {
        path: '[Content_Types].xml',
        data: contentTypes({ 'word/document.xml': WORD_MAIN, 'xl/workbook.xml': SHEET_MAIN }),
      },
      { path: 'word/document.xml', data: '<d/>' },
      { path: 'xl/workbook.xml', data: '<w/>' },
    ]),
  ),
];

const DAMAGED: HostileFile[] = [
  cut('a PDF without its end', 'a.pdf', () => pdf().subarray(0, -10)),
  cut('a PDF of a header only', 'a.pdf', () => text('%PDF-1.7\n')),
  cut('a PDF with its end far away', 'a.pdf', () => Buffer.concat([pdf(), Buffer.alloc(5_000)])),
  cut('a JPEG without its end marker', 'a.jpg', () => jpeg().subarray(0, -2)),
  cut('a JPEG of three bytes', 'a.jpg', () => text('\xff\xd8\xff')),
  cut('a JPEG that ends before any picture', 'a.jpg', () => text('\xff\xd8\xff\xd9')),
  cut('a JPEG whose segment runs past the end', 'a.jpg', () => text('\xff\xd8\xff\xe0\xff\xff12')),
  cut('a JPEG with a segment of length 0', 'a.jpg', () => text('\xff\xd8\xff\xe0\0\0\xff\xd9')),
  cut('a PNG without IEND', 'a.png', () => png().subarray(0, -12)),
  cut('a PNG that ends within its last checksum', 'a.png', () => png().subarray(0, -1)),
  cut('a PNG without a picture', 'a.png', () => Buffer.concat([PNG_SIGNATURE, pngHeader(), pngChunk('IEND')])),
  cut('a PNG with a chunk of 4 GB', 'a.png', () =>
    Buffer.concat([PNG_SIGNATURE, pngHeader(), text('\xff\xff\xff\xffIDAT')]),
  ),
  cut('a PNG that does not begin with its header', 'a.png', () => Buffer.concat([PNG_SIGNATURE, pngChunk('IEND')])),
  cut('a DOCX cut in the middle', 'a.docx', () => docx().subarray(0, 200)),
  cut('a DOCX without the end of its directory', 'a.docx', () => zipOf(wordParts(), { withoutEnd: true })),
  cut('a part that is larger than it says', 'a.docx', () =>
    docx([{ path: 'word/a.xml', data: Buffer.alloc(40 * MIB), declaredSize: 1_000 }]),
  ),
  cut('a part that is smaller than it says', 'a.docx', () =>
    docx([{ path: 'word/a.xml', data: 'x', declaredSize: 9 }]),
  ),
  cut('two names for one entry', 'a.docx', () => docx([{ path: 'word/a.xml', localPath: '../../a.sh', data: 'x' }])),
  cut('a directory that points nowhere', 'a.docx', () => {
    const file = docx();
    file.writeUInt32LE(0x7fff_0000, file.length - 6);
    return file;
  }),
];

const ENCRYPTED: HostileFile[] = [
  locked('an encryption behind a page of comment', 'a.pdf', () => pdf(`/Encrypt %${'x'.repeat(600)}\n9 0 R\n`)),
  locked('an encryption spelt in capital codes', 'a.pdf', () => pdf('/E#6Ecrypt 9 0 R\n')),
  locked('a DOCX behind a password', 'a.docx', () => compound('EncryptedPackage')),
  locked('a ZIP with an encrypted part', 'a.docx', () => docx([{ path: 'word/a.xml', data: 'x', flags: 1 }])),
  locked('a ZIP with strong encryption', 'a.docx', () => docx([{ path: 'word/a.xml', data: 'x', flags: 0x41 }])),
  locked('an encrypted PDF', 'a.pdf', () => pdf('trailer\n<</Encrypt 8 0 R>>\n')),
  locked('an encrypted PDF that spells the name in codes', 'a.pdf', () => pdf('<</#45n#63rypt\n 8 0 R>>\n')),
  locked('an encrypted PDF with its dictionary in place', 'a.pdf', () => pdf('<</Encrypt<</Filter/Standard>>>>\n')),
  locked('an encrypted PDF with a comment in between', 'a.pdf', () => pdf('<</Encrypt%x\n8 0 R>>\n')),
  locked('an encrypted PDF that says so at a window edge', 'a.pdf', () =>
    pdf(`${' '.repeat(262_144 - 190)}<</Encrypt 8 0 R>>`),
  ),
];

const ACTIVE: HostileFile[] = [
  macros('a PDF that runs a script when it is opened', 'a.pdf', () =>
    pdf('4 0 obj\n<</OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>\nendobj\n'),
  ),
  macros('a PDF with a script that spells the name in codes', 'a.pdf', () => pdf('<</S/#4aava#53cript /JS 9 0 R>>\n')),
  macros('a PDF with a script whose codes are in capitals', 'a.pdf', () => pdf('<</S/#4Aava#53cript /JS 9 0 R>>\n')),
  macros('a PDF that starts a program', 'a.pdf', () => pdf('<</S /Launch/Win<</F(cmd.exe)>>>>\n')),
  macros('a Word document with macros', 'a.docx', () => office('word/document.xml', MACRO_WORD)),
  macros('a workbook with macros', 'a.xlsx', () => office('xl/workbook.xml', MACRO_SHEET)),
  macros('a macro project in an honest document', 'a.docx', () => docx([{ path: 'word/vbaProject.bin', data: 'x' }])),
  macros('a macro project in other letters', 'a.docx', () => docx([{ path: 'word/VBAPROJECT.BIN', data: 'x' }])),
  macros('a macro project under another name', 'a.docx', () => office('word/document.xml', WORD_MAIN, VBA)),
  macros('a macro type spelt in codes', 'a.docx', () =>
    office('word/document.xml', WORD_MAIN, VBA.replace('vbaProject', '&#x76;ba&#80;roject')),
  ),
  macros('an Excel 4 macro sheet', 'a.xlsx', () => xlsx([{ path: 'xl/macrosheets/sheet1.xml', data: '<x/>' }])),
  macros('an ActiveX control', 'a.docx', () => docx([{ path: 'word/activeX/activeX1.bin', data: 'x' }])),
];

const ARCHIVE = () => zipOf([{ path: 'run.sh', data: 'x' }]);
const POLYGLOTS: HostileFile[] = [
  polyglot('a JPEG with an archive behind it', 'a.jpg', () => Buffer.concat([jpeg(), ARCHIVE()])),
  polyglot('a JPEG with a PDF behind it', 'a.jpg', () => Buffer.concat([jpeg(), Buffer.alloc(2_000), pdf()])),
  polyglot('a JPEG with a web page behind it', 'a.jpg', () =>
    Buffer.concat([jpeg(), text('<HTML><script>1</script>')]),
  ),
  polyglot('a JPEG with a PDF in its comment', 'a.jpg', () => jpeg({ comment: pdf() })),
  polyglot('a JPEG with an archive in its comment', 'a.jpg', () => jpeg({ comment: ARCHIVE() })),
  polyglot('a JPEG with a program behind it', 'a.jpg', () => Buffer.concat([jpeg(), text('MZ\x90\0')])),
  polyglot('a PNG with an archive behind it', 'a.png', () => Buffer.concat([png(), ARCHIVE()])),
  polyglot('a PNG with PHP behind it', 'a.png', () => Buffer.concat([png(), text('<?php system($_GET[0]);')])),
  polyglot('a PNG with a mark across two windows', 'a.png', () =>
    Buffer.concat([png(), Buffer.alloc(262_144 - 3), text('<script>')]),
  ),
  polyglot('a PDF with an archive behind it', 'a.pdf', () => Buffer.concat([pdf(), ARCHIVE()])),
  polyglot('a PDF with an archive behind it and a second end', 'a.pdf', () =>
    Buffer.concat([pdf(), zipOf([{ path: 'a', data: 'x' }], { comment: text('\n%%EOF\n') })]),
  ),
  polyglot('a PDF with a web page behind it', 'a.pdf', () => Buffer.concat([pdf(), text('<html>')])),
  polyglot('a DOCX with bytes behind it', 'a.docx', () => docx([], { trailing: text('more') })),
  polyglot('a DOCX with a PDF in its comment', 'a.docx', () => docx([], { comment: pdf() })),
  polyglot('a DOCX with a PDF as its first part', 'a.docx', () =>
    zipOf([{ path: 'a.pdf', data: pdf(), stored: true }, ...wordParts()]),
  ),
  polyglot('a DOCX with bytes that no part owns', 'a.docx', () =>
    docx([{ path: 'word/a.xml', data: 'x', gap: Buffer.alloc(500, 1) }]),
  ),
];

const hostilePath = (title: string, path: string) => paths(title, 'a.docx', () => docx([{ path, data: 'x' }]));
const PATHS: HostileFile[] = [
  hostilePath('a part that climbs out', '../../etc/cron.d/x'),
  hostilePath('a part that climbs out in the middle', 'word/../../x'),
  hostilePath('an absolute part', '/etc/passwd'),
  hostilePath('a part on a drive', 'C:/x.exe'),
  hostilePath('a part with backslashes', '..\\..\\x'),
  hostilePath('a part whose name turns the direction of writing', 'word/\u202etxt.exe'),
  hostilePath('a part with a zero byte', 'word/a\0.xml'),
  hostilePath('a part twice', 'word/document.xml'),
  hostilePath('a part twice in other letters', 'WORD/Document.xml'),
];

const declared = (count: number, size: number): ZipPart[] =>
  Array.from({ length: count }, (_, index) => ({
    path: `word/media/${index}.xml`,
    data: Buffer.alloc(Math.ceil(size / 150), index),
    stored: false,
    declaredSize: size,
  }));
const BOMBS: HostileFile[] = [
  bomb('a part that grows a thousandfold', 'a.xlsx', () =>
    xlsx([{ path: 'xl/worksheets/sheet1.xml', data: Buffer.alloc(20 * MIB) }]),
  ),
  bomb('parts of 600 MB in all', 'a.docx', () => docx(declared(60, 10 * MIB))),
  bomb('a part of 4 GB', 'a.docx', () => docx([{ path: 'word/a.xml', data: 'x', declaredSize: 0xffff_fffe }])),
  bomb('six thousand parts', 'a.docx', () =>
    docx(Array.from({ length: 6_000 }, (_, index) => ({ path: `word/${index}.xml` }))),
  ),
  bomb('an archive within, that grows a thousandfold', 'a.docx', () =>
    docx([{ path: 'word/embeddings/a.zip', data: Buffer.alloc(30 * MIB) }]),
  ),
  bomb('six thousand parts of long names', 'a.docx', () =>
    docx(Array.from({ length: 6_000 }, (_, index) => ({ path: `word/${'x'.repeat(3_000)}${index}.xml` }))),
  ),
  bomb('many parts that share their bytes', 'a.docx', () =>
    zipOf([
      ...wordParts(),
      { path: 'word/a.xml', data: Buffer.alloc(MIB, 'ab') },
      ...Array.from({ length: 300 }, () => ({ path: 'word/a.xml', sameAs: 3 })),
    ]),
  ),
  bomb('a PNG of ten billion points', 'a.png', () => png(100_000, 100_000)),
  bomb('a JPEG of four billion points', 'a.jpg', () => jpeg({ width: 65_500, height: 65_500 })),
];

/** Every kind of file that somebody might try to pass off; each must be refused with its code. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...WRONG_KIND,
  ...DAMAGED,
  ...ENCRYPTED,
  ...ACTIVE,
  ...POLYGLOTS,
  ...PATHS,
  ...BOMBS,
];
