import { pack } from '../reading/template/pack.js';
import { frameParts } from '../reading/template/template-parts.js';
import { MAIN } from '../reading/template/xml.js';

const SHARED = 'xl/sharedStrings.xml';

/** What a workbook for a test is made of; every part can be replaced by another text. */
export interface WorkbookOptions {
  /** The rows of the sheet as XML. */
  readonly rows: string;
  /** What follows the rows, e.g. joined cells. */
  readonly after?: string;
  /** Items of the shared strings as XML. */
  readonly strings?: string;
  /** The content of the styles part, e.g. `cellXfs`. */
  readonly styles?: string;
  readonly from1904?: boolean;
  /** Further parts, or others in place of the usual ones, by path. */
  readonly parts?: Readonly<Record<string, string>>;
}

/** A workbook of one sheet. Style 0 is general; without `styles` style 1 is a date. */
export function workbookOf(options: WorkbookOptions): Promise<Buffer> {
  const { rows, after = '', strings = '', from1904, parts } = options;
  const styles = options.styles ?? '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs>';
  const frame = frameParts(['名单']);
  return pack({
    ...frame,
    'xl/_rels/workbook.xml.rels': frame['xl/_rels/workbook.xml.rels'].replace(
      '</Relationships>',
      `<Relationship Id="s" Type="x/sharedStrings" Target="/${SHARED}"/></Relationships>`,
    ),
    'xl/workbook.xml': frame['xl/workbook.xml'].replace(
      '<sheets>',
      `${from1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>`,
    ),
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData>${after}</worksheet>`,
    [SHARED]: `<sst xmlns="${MAIN}">${strings}</sst>`,
    ...parts,
  });
}

/** A row without numbers whose cells are these; a text becomes a cell of text. */
export function row(...cells: readonly (string | { xml: string })[]): string {
  return `<row>${cells.map((cell) => (typeof cell === 'string' ? text(cell) : cell.xml)).join('')}</row>`;
}

const text = (value: string): string => `<c t="inlineStr"><is><t>${value}</t></is></c>`;
export const number = (value: string | number, style = 0): { xml: string } => ({
  xml: `<c s="${style}"><v>${value}</v></c>`,
});
export const cell = (xml: string): { xml: string } => ({ xml });

/** The same file, in which one part says that it inflates to `size` bytes. */
export function lyingOf(file: Buffer, path: string, size: number): Buffer {
  const lying = Buffer.from(file);
  const name = Buffer.from(path);
  for (let at = lying.indexOf('PK'); at >= 0; at = lying.indexOf('PK', at + 2)) {
    const mark = lying.readUInt16LE(at + 2);
    if (mark === 0x0403 && lying.subarray(at + 30, at + 30 + name.length).equals(name))
      lying.writeUInt32LE(size, at + 22);
    if (mark === 0x0201 && lying.subarray(at + 46, at + 46 + name.length).equals(name))
      lying.writeUInt32LE(size, at + 24);
  }
  return lying;
}
