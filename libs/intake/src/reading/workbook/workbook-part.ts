import { tableRefused } from '../table-refusal.table.js';
import type { Package } from './package.js';
import { relationshipsOf } from './relationships.js';
import { readThrough, type Attributes } from './xml-part.js';

const USUAL_PATH = 'xl/workbook.xml';
/** More than an honest workbook has. */
const MAX_SHEETS = 1_000;

/** Where the parts of a workbook are that its first visible sheet needs. */
export interface WorkbookParts {
  readonly sheet: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly from1904: boolean;
}

/** Finds the first visible sheet, which is what somebody sees who opens the file. @throws RuleViolated without any */
export async function workbookPartsOf(parts: Package): Promise<WorkbookParts> {
  const main = (await relationshipsOf(parts, '')).find(
    ({ type, path }) => type === 'officeDocument' && parts.has(path),
  );
  const path = main?.path ?? USUAL_PATH;
  const { sheets, from1904 } = await workbookOf(parts, path);
  const related = (await relationshipsOf(parts, path)).filter((one) => parts.has(one.path));
  const byId = new Map(related.map((one) => [one.id, one]));
  const sheet = sheets.map((id) => byId.get(id)).find((one) => one?.type === 'worksheet');
  if (!sheet)
    throw tableRefused('TABLE_KIND', { zh: '工作簿中没有可见的工作表', en: 'the workbook has no visible sheet' });
  const pathOf = (type: string) => related.find((one) => one.type === type)?.path;
  return { sheet: sheet.path, strings: pathOf('sharedStrings'), styles: pathOf('styles'), from1904 };
}

/** The visible sheets by the ids of their relationships, in the order of their tabs. */
async function workbookOf(parts: Package, path: string): Promise<{ sheets: string[]; from1904: boolean }> {
  const sheets: string[] = [];
  let from1904 = false;
  await readThrough(parts.read(path), {
    open(name, attributes) {
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.date1904);
      if (name !== 'sheet' || sheets.length >= MAX_SHEETS) return;
      if ((attributes.state ?? 'visible') === 'visible') sheets.push(relationshipId(attributes));
    },
  });
  return { sheets, from1904 };
}

/** The prefix of the attribute is the writer's choice, but it has one. */
function relationshipId(attributes: Attributes): string {
  const key = Object.keys(attributes).find((name) => name.endsWith(':id'));
  return key ? attributes[key] : '';
}
