import { createHash } from 'node:crypto';
import { canonicalJson, type Bilingual } from '@app/kernel';
import { paperName, partNumber } from './file-name.js';
import { inOrder, type CasePart, type ListPart } from './part.js';
import { partText, withoutNumbers } from './part-text.js';

const JSON_TYPE = 'application/json';
/** Where the parts begin that came after the seal, unless so many stand under it. */
const SUPPLEMENT_FROM = 901;

/** A part as a seal holds it. Names and titles are not in it: those of papers may tell of persons. */
export interface SealedPart {
  readonly number: number;
  readonly key: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  /** Of a list: the rows that it had. */
  readonly rows?: readonly string[];
  /** Of what was reckoned: its words. */
  readonly text?: string;
}

/** A part of a file as it is handed out. */
export interface FilePart extends Omit<SealedPart, 'rows'> {
  readonly name: string;
  readonly title: Bilingual;
  /** Where its bytes are, when they are not its words. */
  readonly documentId?: string;
  readonly sealed: boolean;
  /** False where it is not what was sealed, or is gone: then there is no text and no document. */
  readonly intact: boolean;
  /** Where it is not what was sealed: the hash that was. */
  readonly sealedSha256?: string;
}

/** What a seal holds of a case as it stands. */
export function partsToSeal(parts: readonly CasePart[]): SealedPart[] {
  return inOrder(parts).map((part, index) => {
    const { number, key, mediaType, bytes, sha256, text } = written(part, index + 1, false);
    return {
      ...{ number, key, mediaType, bytes, sha256 },
      ...('rows' in part ? { rows: part.rows.map((row) => row.key) } : {}),
      ...('reckoned' in part ? { text } : {}),
    };
  });
}

/** The file of a case that no seal covers yet. */
export function openFile(parts: readonly CasePart[]): FilePart[] {
  return inOrder(parts).map((part, index) => written(part, index + 1, false));
}

/** The file of a sealed case: what the seal found, held against it, and what came later as a supplement. */
export function fileUnder(seal: readonly SealedPart[], parts: readonly CasePart[]): FilePart[] {
  const ordered = inOrder(parts);
  const now = new Map(ordered.map((part) => [part.key, part]));
  const sealed = seal.map((was) => heldAgainst(was, now.get(was.key)));
  const keys = new Map(seal.map((was) => [was.key, was]));
  const later = ordered.flatMap((part) => remainder(part, keys.get(part.key)));
  const from = Math.max(SUPPLEMENT_FROM, seal.length + 1);
  return [...sealed, ...later.map((part, index) => written(part, from + index, false))];
}

/** Over what a seal vouches for; whoever holds the index of a file can reckon it again. */
export function indexHash(caseId: string, parts: readonly SealedPart[]): string {
  const listed = parts.map(({ number, key, mediaType, bytes, sha256 }) => ({ number, key, mediaType, bytes, sha256 }));
  return sha256Of(canonicalJson({ caseId, parts: listed }));
}

function heldAgainst(was: SealedPart, part: CasePart | undefined): FilePart {
  const { rows, ...listed } = was;
  if (!part) {
    const title = { zh: '已缺失', en: 'Missing' };
    const name = `${partNumber(was.number)}-${was.key}`;
    return { ...listed, text: undefined, name, title, sealed: true, intact: false, sealedSha256: was.sha256 };
  }
  const known = new Set(rows);
  const then = 'rows' in part ? { ...part, rows: part.rows.filter(({ key }) => known.has(key)) } : part;
  const is = written(then, was.number, true, was.text);
  return is.sha256 === was.sha256 ? is : { ...is, intact: false, sealedSha256: was.sha256 };
}

/** What of a part the seal does not hold. */
function remainder(part: CasePart, was: SealedPart | undefined): CasePart[] {
  if (!was) return [part];
  if (!('rows' in part)) return [];
  const known = new Set(was.rows);
  const rows = part.rows.filter(({ key }) => !known.has(key));
  const { zh, en } = part.title;
  const title = { zh: `${zh}（封存以后）`, en: `${en} (after the seal)` };
  return rows.length === 0 ? [] : [{ ...part, key: `${part.key}-later`, title, rows } satisfies ListPart];
}

function written(part: CasePart, number: number, sealed: boolean, kept?: string): FilePart {
  const { key } = part;
  const title = { zh: withoutNumbers(part.title.zh), en: withoutNumbers(part.title.en) };
  if ('documentId' in part) {
    const { documentId, mediaType, bytes, sha256 } = part;
    const name = paperName(number, part.fileName);
    return { number, key, name, title, mediaType, bytes, sha256, documentId, sealed, intact: true };
  }
  const text = kept ?? partText('rows' in part ? part.rows.map(({ value }) => value) : part.content);
  const measured = { mediaType: JSON_TYPE, bytes: Buffer.byteLength(text), sha256: sha256Of(text) };
  return { number, key, name: `${partNumber(number)}-${key}.json`, title, ...measured, text, sealed, intact: true };
}

function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
