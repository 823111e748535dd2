import sax, { type SAXParser, type Tag } from 'sax';
import { RuleViolated } from '@app/kernel';
import { fileRefused, tableRefused } from '../table-refusal.table.js';
import { xmlTextOf } from './xml-text.js';

/** Deeper, and with more attributes, than anything that a spreadsheet writes. */
const MAX_DEPTH = 64;
const MAX_ATTRIBUTES = 100;
/** A hundred thousand rows of twenty-five cells are fewer; reading more of them would keep the program from its other work. */
const MAX_ELEMENTS = 8_000_000;
const TOO_MANY_ELEMENTS = { zh: '单元格过多，请分次提交', en: 'too many cells: bring it in parts' };

export type Attributes = Readonly<Record<string, string>>;

/** Is told of the elements of a part, by names without prefix; the root has depth 1. */
export interface XmlListener {
  open(name: string, attributes: Attributes, depth: number): void;
  close?(name: string, depth: number): void;
  /** A long text comes in pieces. */
  text?(piece: string): void;
}

/**
 * Reads a part and tells the listener of it, stopping after each piece so that the caller can take what has come
 * together. @throws RuleViolated for what is no XML from beginning to end, and for a DOCTYPE: a workbook has none, and
 * with it a few bytes could stand for gigabytes
 */
export async function* stepsThrough(chunks: AsyncGenerator<Buffer>, listener: XmlListener): AsyncGenerator<void> {
  const parser = strictParser(listener);
  for await (const text of xmlTextOf(chunks)) {
    guarded(() => parser.write(text));
    yield;
  }
  guarded(() => parser.close());
  yield;
}

/** Reads a part to its end. @throws RuleViolated like {@link stepsThrough} */
export async function readThrough(chunks: AsyncGenerator<Buffer>, listener: XmlListener): Promise<void> {
  for await (const _step of stepsThrough(chunks, listener));
}

function strictParser(listener: XmlListener): SAXParser {
  // Without positions it would not notice when a text grows beyond all bounds.
  const parser = new sax.SAXParser(true, { strictEntities: true, position: true } as object);
  let depth = 0;
  let attributes = 0;
  let elements = 0;
  parser.onerror = (error) => {
    throw error;
  };
  parser.ondoctype = parser.onsgmldeclaration = refuseDoctype;
  parser.onattribute = () => {
    if ((attributes += 1) > MAX_ATTRIBUTES) throw fileRefused('FILE_BOMB');
  };
  parser.onopentag = (tag) => {
    attributes = 0;
    if ((elements += 1) > MAX_ELEMENTS) throw tableRefused('TABLE_TOO_LARGE', TOO_MANY_ELEMENTS);
    if ((depth += 1) > MAX_DEPTH) throw fileRefused('FILE_BOMB');
    listener.open(localName(tag.name), (tag as Tag).attributes, depth);
  };
  parser.onclosetag = (name) => {
    listener.close?.(localName(name), depth);
    depth -= 1;
  };
  if (listener.text) parser.ontext = parser.oncdata = (piece) => listener.text?.(piece);
  return parser;
}

function refuseDoctype(): never {
  throw tableRefused('TABLE_KIND', { zh: '其中含有 DOCTYPE 声明', en: 'it has a DOCTYPE in it' });
}

/** Whatever the parser stumbles over, the part is not sound. */
function guarded(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    throw error instanceof RuleViolated ? error : fileRefused('FILE_TRUNCATED');
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
