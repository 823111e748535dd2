import { PackedTexts } from './packed-texts.js';
import type { Package } from './package.js';
import { TextCollector, unescaped } from './text-collector.js';
import { readThrough } from './xml-part.js';

/** The depth of `si`, one text, below `sst`. */
const ITEM = 2;

/** The texts that the cells of a workbook name by number. @throws RuleViolated when they are too much to keep */
export async function sharedStringsOf(parts: Package, path: string | undefined): Promise<PackedTexts> {
  const texts = new PackedTexts();
  if (path === undefined) return texts;
  const collector = new TextCollector();
  await readThrough(parts.read(path), {
    open(name, _attributes, depth) {
      if (depth > ITEM) collector.open(name);
    },
    close(name, depth) {
      if (depth > ITEM) collector.close(name);
      else if (depth === ITEM && name === 'si') texts.add(unescaped(collector.take()));
    },
    text: (piece) => collector.text(piece),
  });
  return texts;
}
