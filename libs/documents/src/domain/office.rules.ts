import type { DocumentKind } from './document-kind.table.js';
import type { FileRefusal } from './file-refusal.table.js';

export const CONTENT_TYPES_PART = '[Content_Types].xml';

/** The content type of the main part of a document without macros (ISO/IEC 29500-1, 11.3.10 and 12.3.23). */
const MAIN_PARTS: Record<string, DocumentKind> = {
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml': 'DOCX',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml': 'XLSX',
};
const ACTIVE_TYPES = /macroenabled|vbaproject|vbadata|macrosheet|activex/i;
const ACTIVE_PATHS = /(?:^|\/)(?:vbaproject\w*\.bin|vbadata\.xml)$|(?:^|\/)(?:macrosheets|dialogsheets|activex)\//i;
const MAIN_FOLDERS: Record<string, RegExp> = { DOCX: /^word\//i, XLSX: /^xl\//i };

export type OfficeVerdict = { readonly kind: DocumentKind } | { readonly refusals: FileRefusal[] };

/**
 * Decides what a ZIP file is by its list of content types and its main part, whatever it is called.
 * @param contentTypes the text of `[Content_Types].xml`, undefined when there is no such part
 */
export function judgeOfficeFile(contentTypes: string | undefined, paths: readonly string[]): OfficeVerdict {
  if (contentTypes === undefined) return { refusals: ['FILE_KIND'] };
  const plain = decodeEntities(contentTypes);
  if (ACTIVE_TYPES.test(plain) || paths.some((path) => ACTIVE_PATHS.test(path))) return { refusals: ['FILE_MACROS'] };
  // A DOCTYPE could define names that hide what is meant; no office program writes one.
  if (/<!(?:doctype|entity)/i.test(plain)) return { refusals: ['FILE_KIND'] };
  const present = new Set(paths.map((path) => path.toLowerCase()));
  const found = overridesOf(contentTypes).flatMap(({ part, type }) => {
    const kind = MAIN_PARTS[type];
    return kind && MAIN_FOLDERS[kind].test(part) && present.has(part.toLowerCase()) ? [kind] : [];
  });
  return found.length === 1 ? { kind: found[0] } : { refusals: ['FILE_KIND'] };
}

/** The `Override` elements: which part has which content type. */
function overridesOf(xml: string): { part: string; type: string }[] {
  const elements = withoutComments(xml).matchAll(/<(?:[\w.-]+:)?Override\s([^<>]*)>/g);
  return [...elements].map(([, attributes]) => ({
    part: attribute(attributes, PART_NAME).replace(/^\//, ''),
    type: attribute(attributes, CONTENT_TYPE).toLowerCase(),
  }));
}

/** By splitting: a pattern would need a day for a megabyte of comments that never end. */
function withoutComments(xml: string): string {
  const [before, ...pieces] = xml.split('<!--');
  const after = pieces.map((piece) => (piece.includes('-->') ? piece.slice(piece.indexOf('-->') + 3) : ''));
  return [before, ...after].join('');
}

const PART_NAME = /(?:^|\s)PartName\s*=\s*(?:"([^"]*)"|'([^']*)')/;
const CONTENT_TYPE = /(?:^|\s)ContentType\s*=\s*(?:"([^"]*)"|'([^']*)')/;

function attribute(attributes: string, name: RegExp): string {
  const [, double, single] = name.exec(attributes) ?? [];
  return decodeEntities(double ?? single ?? '').trim();
}

function decodeEntities(text: string): string {
  return text.replace(/&#(?:x([0-9a-f]{1,6})|(\d{1,7}));/gi, (whole, hex?: string, decimal?: string) => {
    const code = hex ? parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}
