import { tailOf, windowsOf, type ByteSource } from './byte-source.js';
import type { FileRefusal } from './file-refusal.table.js';

/** Marks by which another program would take the bytes for a file of its own; lower case, as latin1. */
const MARKS = [
  'pk\x03\x04',
  'pk\x05\x06',
  '%pdf-',
  '<html',
  '<script',
  '<!doctype',
  '<svg',
  '<iframe',
  '<?php',
  'rar!\x1a\x07',
  '7z\xbc\xaf\x27\x1c',
  '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
];
/** Too short to mean anything except right where the foreign part begins. */
const MARKS_AT_START = ['mz', '\x7felf', '#!', '\xca\xfe\xba\xbe'];
const LONGEST = Math.max(...MARKS.map((mark) => mark.length));

/** How far readers of PDF look for its header, and readers of ZIP for its end record (22 + 65,535). */
const PDF_HEADER_WITHIN = 1_024;
const ZIP_END_WITHIN = 65_557;
const ZIP_END = Buffer.from('PK\x05\x06', 'latin1');

/**
 * What stands behind a file's own end. Cameras append previews and short films there, so not every
 * trailing byte is an offence, but what another program would open is.
 */
export async function refuseForeignTrail(source: ByteSource, from: number): Promise<FileRefusal[]> {
  if (from >= source.size) return [];
  const start = latin1(await source.read(from, 8));
  if (MARKS_AT_START.some((mark) => start.startsWith(mark))) return ['FILE_POLYGLOT'];
  for await (const bytes of windowsOf(source, from, LONGEST)) {
    const text = latin1(bytes);
    if (MARKS.some((mark) => text.includes(mark))) return ['FILE_POLYGLOT'];
  }
  return [];
}

/** PDF readers accept a header that comes late: a file of another kind must not have one there. */
export async function refuseHiddenPdf(source: ByteSource): Promise<FileRefusal[]> {
  const head = await source.read(0, PDF_HEADER_WITHIN + MARKS[2].length);
  return latin1(head).includes('%pdf-') ? ['FILE_POLYGLOT'] : [];
}

/** ZIP is read from its end: a file of another kind must not end like one. */
export async function refuseHiddenZip(source: ByteSource): Promise<FileRefusal[]> {
  return (await tailOf(source, ZIP_END_WITHIN)).includes(ZIP_END) ? ['FILE_POLYGLOT'] : [];
}

function latin1(bytes: Buffer): string {
  return bytes.toString('latin1').toLowerCase();
}
