import { crc32, deflateSync } from 'node:zlib';
import { zipOf, type ZipOptions, type ZipPart } from './zip-builder.js';

/** A small PDF of one empty page. */
export function pdf(body = ''): Buffer {
  return Buffer.from(
    `%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n` +
      `3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n${body}` +
      `xref\n0 4\ntrailer\n<</Size 4/Root 1 0 R>>\nstartxref\n9\n%%EOF\n`,
    'latin1',
  );
}

const segment = (marker: number, data: Buffer) => {
  const head = Buffer.from([0xff, marker, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([head, data]);
};

export interface JpegOptions {
  readonly width?: number;
  readonly height?: number;
  readonly comment?: Buffer;
  readonly progressive?: boolean;
  /** Bytes of compressed picture; 0xFF in it must be followed by 0. */
  readonly data?: Buffer;
}

/** A JPEG whose structure is complete: frame, scan with stuffing and a restart marker, end marker. */
export function jpeg({ width = 8, height = 8, comment, progressive, data }: JpegOptions = {}): Buffer {
  const frame = Buffer.from([8, height >> 8, height & 255, width >> 8, width & 255, 1, 1, 0x11, 0]);
  const scan = Buffer.concat([
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    data ?? Buffer.from('12ff00d3ffd0a5', 'hex'),
  ]);
  // A preview with an end marker of its own inside a segment must be stepped over.
  const preview = Buffer.from('Exif\0\0ffd8ffd9', 'latin1');
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe1, Buffer.concat([preview, Buffer.from([0xff, 0xd9])])),
    comment ? segment(0xfe, comment) : Buffer.alloc(0),
    segment(progressive ? 0xc2 : 0xc0, frame),
    scan,
    progressive ? scan : Buffer.alloc(0),
    Buffer.from([0xff, 0xff, 0xd9]),
  ]);
}

export function pngChunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const chunk = Buffer.alloc(body.length + 8);
  chunk.writeUInt32BE(data.length, 0);
  body.copy(chunk, 4);
  chunk.writeUInt32BE(crc32(body), body.length + 4);
  return chunk;
}

export const PNG_SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');

export function pngHeader(width = 1, height = 1): Buffer {
  const data = Buffer.alloc(13);
  data.writeUInt32BE(width, 0);
  data.writeUInt32BE(height, 4);
  data[8] = 8;
  return pngChunk('IHDR', data);
}

/** A PNG of one grey pixel, or one that claims to be larger. */
export function png(width = 1, height = 1): Buffer {
  return Buffer.concat([
    PNG_SIGNATURE,
    pngHeader(width, height),
    pngChunk('IDAT', deflateSync(Buffer.from([0, 127]))),
    pngChunk('IEND'),
  ]);
}

const OFFICE = 'application/vnd.openxmlformats-officedocument.';
export const WORD_MAIN = `${OFFICE}wordprocessingml.document.main+xml`;
export const SHEET_MAIN = `${OFFICE}spreadsheetml.sheet.main+xml`;

export function contentTypes(overrides: Record<string, string>, more = ''): string {
  const elements = Object.entries(overrides).map(
    ([part, type]) => `<Override PartName="/${part}" ContentType="${type}"/>`,
  );
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">' +
    `<Default Extension="xml" ContentType="application/xml"/>${elements.join('')}${more}</Types>`
  );
}

/** The parts of a package with this main part; hostile files replace or add some. */
export function officeParts(main: string, type: string, more = ''): ZipPart[] {
  return [
    { path: '[Content_Types].xml', data: contentTypes({ [main]: type }, more) },
    { path: '_rels/.rels', data: `<Relationships><Relationship Id="r1" Target="${main}"/></Relationships>` },
    { path: main, data: '<document/>' },
  ];
}

export const wordParts = () => officeParts('word/document.xml', WORD_MAIN);

export function docx(more: readonly ZipPart[] = [], options: ZipOptions = {}): Buffer {
  return zipOf([...wordParts(), ...more], options);
}

export function xlsx(more: readonly ZipPart[] = []): Buffer {
  return zipOf([...officeParts('xl/workbook.xml', SHEET_MAIN), ...more]);
}
