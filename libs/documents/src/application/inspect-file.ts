import { fileTypeFromBuffer } from 'file-type';
import type { Violation } from '@app/kernel';
import type { ByteSource } from '../domain/byte-source.js';
import { refuseCompound } from '../domain/compound.rules.js';
import type { DocumentKind } from '../domain/document-kind.table.js';
import { refusalsOf, type FileRefusal } from '../domain/file-refusal.table.js';
import { refuseImage } from '../domain/image.rules.js';
import { walkJpeg } from '../domain/jpeg.rules.js';
import { refusePdf } from '../domain/pdf.rules.js';
import { walkPng } from '../domain/png.rules.js';
import { SIGNATURE_LENGTH, signatureOf } from '../domain/signature.rules.js';
import { inspectOfficeFile } from './inspect-office-file.js';

/** How much the naming of an unwanted kind may look at. */
const SAMPLE = 4_100;

export type Inspection = { readonly kind: DocumentKind } | { readonly violations: Violation[] };

/** Decides what a file is by its bytes alone, and lists every reason not to take it. */
export async function inspectFile(source: ByteSource): Promise<Inspection> {
  if (source.size === 0) return { violations: refusalsOf(['FILE_EMPTY']) };
  const verdict = await judge(source);
  if ('kind' in verdict) return verdict;
  const seenAs = verdict.refusals.includes('FILE_KIND') ? await nameOf(source) : undefined;
  return { violations: refusalsOf(verdict.refusals, seenAs) };
}

async function judge(source: ByteSource): Promise<{ kind: DocumentKind } | { refusals: FileRefusal[] }> {
  switch (signatureOf(await source.read(0, SIGNATURE_LENGTH))) {
    case 'PDF':
      return verdictOf('PDF', await refusePdf(source));
    case 'JPEG':
      return verdictOf('JPEG', await refuseImage(source, walkJpeg));
    case 'PNG':
      return verdictOf('PNG', await refuseImage(source, walkPng));
    case 'ZIP':
      return inspectOfficeFile(source);
    case 'COMPOUND':
      return { refusals: await refuseCompound(source) };
    case undefined:
      return { refusals: ['FILE_KIND'] };
  }
}

function verdictOf(kind: DocumentKind, refusals: FileRefusal[]): { kind: DocumentKind } | { refusals: FileRefusal[] } {
  return refusals.length === 0 ? { kind } : { refusals };
}

/** What the file seems to be instead, for the message; a hint and never a decision. */
async function nameOf(source: ByteSource): Promise<string | undefined> {
  const sample = await source.read(0, SAMPLE);
  const found = await fileTypeFromBuffer(sample).catch(() => undefined);
  return found?.ext;
}
