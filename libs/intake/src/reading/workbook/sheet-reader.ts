import type { Bilingual } from '@app/kernel';
import { MAX_COLUMNS, type RawCell, type RawRow } from '../raw-row.js';
import { cellReference, lineNumber, MAX_PLACE } from './cell-reference.js';
import { rawCellOf, type SheetContext } from './sheet-cell.js';
import { TextCollector } from './text-collector.js';
import type { Attributes, XmlListener } from './xml-part.js';

/** The depths of the elements that a sheet has its rows in. */
const DATA = 2;
const ROW = 3;
const CELL = 4;

/** Puts the rows of a sheet together from its elements. Of each row it keeps no more cells than are asked for. */
export class SheetReader implements XmlListener {
  private rows: RawRow[] = [];
  private readonly collector = new TextCollector();
  private inData = false;
  private inRow = false;
  private inCell = false;
  private line = 0;
  private lastLine = 0;
  private place = -1;
  private broken?: Bilingual;
  private cells = new Map<number, RawCell>();
  private filled = false;
  private type = 'n';
  private style = 0;
  private formula = false;

  /** @param wanted places of cells to keep; absent: the first ones that are not empty, for the header */
  constructor(
    private readonly context: SheetContext,
    private readonly wanted?: ReadonlySet<number>,
  ) {}

  /** The rows that were completed since the last time. */
  take(): RawRow[] {
    const rows = this.rows;
    this.rows = [];
    return rows;
  }

  open(name: string, attributes: Attributes, depth: number): void {
    if (this.inCell) this.openInCell(name);
    else if (depth === DATA) this.inData = name === 'sheetData';
    else if (depth === ROW && this.inData && name === 'row') this.openRow(attributes);
    else if (depth === CELL && this.inRow && name === 'c') this.openCell(attributes);
  }

  close(name: string, depth: number): void {
    if (depth > CELL && this.inCell) this.collector.close(name);
    else if (depth === CELL && this.inCell) this.closeCell();
    else if (depth === ROW && this.inRow) this.closeRow();
  }

  text(piece: string): void {
    if (this.inCell) this.collector.text(piece);
  }

  private openRow({ r }: Attributes): void {
    const line = r === undefined ? this.lastLine + 1 : lineNumber(r);
    this.inRow = true;
    this.broken = line === undefined || line <= this.lastLine ? ROW_ORDER : undefined;
    this.line = line ?? this.lastLine + 1;
    this.lastLine = Math.max(this.lastLine, this.line);
    this.place = -1;
    this.filled = false;
    this.cells = new Map();
  }

  private openCell({ r, t = 'n', s = '0' }: Attributes): void {
    this.inCell = true;
    this.type = t;
    this.style = Number(s);
    this.formula = false;
    const { place, line } = (r === undefined ? undefined : cellReference(r)) ?? {
      place: this.place + 1,
      line: this.line,
    };
    const misplaced = r !== undefined && (cellReference(r) === undefined || line !== this.line || place <= this.place);
    if (misplaced || place > MAX_PLACE) this.broken ??= CELL_ORDER;
    this.place = place;
  }

  private openInCell(name: string): void {
    if (name === 'f') this.formula = true;
    this.collector.open(name);
  }

  private closeCell(): void {
    this.inCell = false;
    const content = this.collector.take();
    if (this.broken) return;
    const { place, type, style, formula } = this;
    const blank = content.trim() === '';
    if (this.wanted && !this.wanted.has(place)) {
      this.filled ||= !blank;
      return;
    }
    if (blank && !formula) return;
    const cell = rawCellOf({ type, style, content, formula }, this.context);
    if (!cell) this.broken = NO_TEXT;
    else this.keep(place, cell);
  }

  private keep(place: number, cell: RawCell): void {
    const filled = cell.text.trim() !== '';
    this.filled ||= filled;
    if (this.wanted || (filled && this.cells.size <= MAX_COLUMNS)) this.cells.set(place, cell);
  }

  private closeRow(): void {
    const { line, broken, cells, filled } = this;
    this.inRow = false;
    if (broken) this.rows.push({ line, broken });
    else if (filled) this.rows.push({ line, cells, filled });
  }
}

const ROW_ORDER: Bilingual = {
  zh: '行号无效、重复或者顺序颠倒',
  en: 'The number of the row is none, occurs twice or is out of order',
};
const CELL_ORDER: Bilingual = {
  zh: '单元格的位置无效、重复或者顺序颠倒',
  en: 'The place of a cell is none, occurs twice or is out of order',
};
const NO_TEXT: Bilingual = {
  zh: '单元格引用的文本在文件中不存在',
  en: 'A cell refers to a text that the file does not have',
};
