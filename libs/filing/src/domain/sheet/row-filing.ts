import type { RowRemark } from '@app/intake';
import type { Violation } from '@app/kernel';
import type { FilingRoute, GroupKind } from '@app/register';
import { ofRoute, type Filing, type GroupPerson } from '../filing-content.js';
import { GROUP_KIND_NAMES, type FilingColumn } from './filing-columns.js';

type Row = Readonly<Record<string, string>>;

/** A row as the filing that it asks for. @param division the street that the row names, as its code */
export function filingOf(row: Row, division: string): Filing {
  const of = (column: FilingColumn): string => row[column] ?? '';
  const optional = (column: FilingColumn): string | undefined => of(column) || undefined;
  const route = of('route') as FilingRoute;
  const person = { idKind: 'RESIDENT_ID' as const, name: of('leaderName'), idNumber: of('leaderIdNumber') };
  return ofRoute({
    route,
    group: {
      name: of('name'),
      groupKind: Object.hasOwn(GROUP_KIND_NAMES, of('groupKind')) ? (of('groupKind') as GroupKind) : undefined,
      division,
      purpose: of('purpose'),
      activities: of('activities'),
      memberCount: numberOf(of('memberCount')),
      funds: numberOf(of('funds')),
      fundsSource: of('fundsSource'),
      hasPremises: of('hasPremises') === 'YES',
      fullTimeStaff: numberOf(of('fullTimeStaff')),
      forProfit: false,
      ruleSheet: of('ruleSheet'),
      communityOpinion: optional('communityOpinion'),
      field: optional('field'),
      online: {
        platform: of('platform'),
        groupNumber: of('groupNumber'),
        moderationRule: of('moderationRule'),
      },
      documents: [],
    },
    persons: {
      leader: { ...person, phone: of('leaderPhone') },
      administrators: administratorsOf(of('administrators')),
      offlineContact: optional('offlineContact') && { name: of('offlineContact'), phone: of('offlinePhone') },
      meetingPlace: of('meetingPlace'),
    } as Filing['persons'],
  });
}

function numberOf(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

/** Several persons in one cell: each a name and a number with a blank between, semicolons between them. */
function administratorsOf(text: string): GroupPerson[] {
  const parts = text.split(/[;；\n]/).map((part) => part.trim());
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const [name = '', idNumber = ''] = part.split(/[\s,，、]+/);
      return { name, idKind: 'RESIDENT_ID', idNumber };
    });
}

/** The column that a defect of a filing lies in. */
const COLUMN_OF: readonly (readonly [RegExp, FilingColumn])[] = [
  [/^\/group\/online\/moderationRule/, 'moderationRule'],
  [/^\/group\/online/, 'groupNumber'],
  [/^\/persons\/leader\/idNumber/, 'leaderIdNumber'],
  [/^\/persons\/leader\/phone/, 'leaderPhone'],
  [/^\/persons\/leader/, 'leaderName'],
  [/^\/persons\/administrators/, 'administrators'],
  [/^\/persons\/offlineContact/, 'offlineContact'],
  [/^\/persons\/meetingPlace/, 'meetingPlace'],
  [/^\/route/, 'route'],
];

export function remarkOf({ code, pointer, message }: Violation): RowRemark {
  const field = /^\/group\/([A-Za-z]+)$/.exec(pointer)?.[1];
  const column = COLUMN_OF.find(([pattern]) => pattern.test(pointer))?.[1] ?? field;
  return { column, code, message };
}
