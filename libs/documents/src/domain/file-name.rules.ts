import { DOCUMENT_KINDS, type DocumentKind } from './document-kind.table.js';

const MAX_LENGTH = 200;
const UNNAMED = '未命名';
/** Names that Windows gives to devices. */
const DEVICES = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/**
 * The name under which a file is shown and saved: no folders, no control or direction characters, at
 * most 200 characters in NFC, and an ending that fits what the file is, so that a saved copy never
 * opens as something else.
 */
export function cleanFileName(given: string, kind: DocumentKind): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const name = bare(
    last
      .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '')
      .replace(/[<>:"|?*]/g, '_')
      .replace(/\s+/gu, ' '),
  );
  const { stem, ending } = split(DEVICES.test(name) ? `_${name}` : name, kind);
  const kept = bare([...(stem || UNNAMED)].slice(0, MAX_LENGTH - ending.length - 1).join(''));
  return `${kept}.${ending}`;
}

function split(name: string, kind: DocumentKind): { stem: string; ending: string } {
  const { extensions } = DOCUMENT_KINDS[kind];
  const dot = name.lastIndexOf('.');
  const ending = dot < 0 ? '' : name.slice(dot + 1);
  const fits = (extensions as readonly string[]).includes(ending.toLowerCase());
  return fits ? { stem: name.slice(0, dot), ending } : { stem: name, ending: extensions[0] };
}

/** Without points and blanks at either end. By counting: a pattern would try each blank of a long row again. */
function bare(text: string): string {
  const isEdge = (at: number): boolean => text[at] === '.' || text[at] === ' ';
  let [start, end] = [0, text.length];
  while (start < end && isEdge(start)) start += 1;
  while (end > start && isEdge(end - 1)) end -= 1;
  return text.slice(start, end);
}
