import { residentIdCheck } from '@app/kernel';
import { FILING_HEADER } from '../support/intake.js';
import { row, workbookOf } from '../../libs/intake/src/testing/workbook-builder.js';

const ALPHABET = [...'春夏秋冬梅兰竹菊松柏杨柳桃李杏荷云霞虹露江河湖海山岭峰谷星月'];

/** A name that no other of these resembles: each of its three characters of counting stands in it twice. */
function nameOf(index: number): string {
  const [a, b, c, d] = [0, 1, 2, 3].map((place) => ALPHABET[Math.floor(index / 30 ** place) % 30]);
  return `${a}和${b}${a}美${b}${c}乐${d}${c}安${d}队`;
}

/** A resident identity number of nobody: born 1900. */
function numberOf(index: number): string {
  const seventeen = `1101${String(1 + Math.floor(index / 27_000)).padStart(2, '0')}1900${'01'}${String(1 + (Math.floor(index / 900) % 28)).padStart(2, '0')}${String(100 + (index % 900))}`;
  return `${seventeen}${residentIdCheck(seventeen)}`;
}

/** A workbook of groups that a hub files in these streets, one after the other. */
export function workbookOfGroups(count: number, streets: readonly string[]): Promise<Buffer> {
  const rows: string[] = [row(...FILING_HEADER)];
  for (let index = 0; index < count; index += 1) {
    const leader = [`张${ALPHABET[index % 30]}`, numberOf(index), '13800005678'];
    const says = ['科普志愿', '每周活动', '18', '2000', '成员自筹'];
    const place = [nameOf(index), '公益慈善', streets[index % streets.length]];
    rows.push(row('枢纽', ...place, ...says, ...leader, '活动中心', '自愿加入', '', '科学普及'));
  }
  return workbookOf({ rows: rows.join('') });
}
