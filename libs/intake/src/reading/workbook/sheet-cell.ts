import type { RawCell } from '../raw-row.js';
import type { PackedTexts } from './packed-texts.js';
import { unescaped } from './text-collector.js';

const NUMBER = /^[+-]?\d{1,400}(?:\.\d{1,400})?(?:[eE][+-]?\d{1,3})?$/;

/** What the cells of a sheet refer to. */
export interface SheetContext {
  readonly strings: PackedTexts;
  readonly dateStyles: ReadonlySet<number>;
}

/** A cell as its elements give it. */
export interface StoredCell {
  /** The attribute `t`: how the content is to be understood. */
  readonly type: string;
  readonly style: number;
  readonly content: string;
  readonly formula: boolean;
}

/** The value of a stored cell; undefined when it names a text that the workbook does not have. */
export function rawCellOf({ type, style, content, formula }: StoredCell, context: SheetContext): RawCell | undefined {
  const text = (value: string): RawCell => ({ kind: 'TEXT', text: value, formula });
  switch (type) {
    case 's': {
      if (content.trim() === '') return text('');
      const shared = context.strings.at(Number(content));
      return shared === undefined ? undefined : text(shared);
    }
    case 'b':
      return text(content.trim() === '1' ? 'TRUE' : content.trim() === '0' ? 'FALSE' : content);
    case 'd':
      // The time of day means no more here than behind the point of a day stored as a number.
      return text(content.split('T', 1)[0]);
    case 'n':
      if (!NUMBER.test(content.trim())) return text(content);
      return { kind: 'NUMBER', text: content.trim(), dated: context.dateStyles.has(style), formula };
    default:
      // inlineStr, str, and e: an error is shown as what stands in the cell.
      return text(unescaped(content));
  }
}
