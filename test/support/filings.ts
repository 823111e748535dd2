import type supertest from 'supertest';
import { Acted } from './hubs.js';
import { identityNumber, type Bureau } from './registrations.js';

export const STREET = '110101001';

export interface FilingBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly allowedActions: string[];
  readonly office: string;
  readonly filingNumber: string | null;
  readonly legalPerson: boolean;
  readonly standingNote: string;
  readonly receiptNumber: string | null;
  readonly alike: { filingNumber: string; signs: string[] }[] | null;
  readonly decision: { outcome: string; number: string; rules: { id: string; mark: string }[] } | null;
  readonly clock: { dueOn: string | null };
  readonly filing: { group: Record<string, unknown>; persons: { leader: Record<string, string> } };
  readonly steps: { action: string; party: string }[];
}

let names = 0;

const PLACES = ['甲乙丙丁戊己庚辛壬癸', '子丑寅卯辰巳午未申酉', '金木水火土日月星云风', '东南西北中上下左右前'];

/** A name that no other group of the suite bears or resembles: two characters at least are its own. */
export function groupName(ending = '队'): string {
  names += 1;
  const [one, two] = [Math.floor(names / 10) % 10, names % 10];
  const characters = [PLACES[0][one], PLACES[1][one], PLACES[2][two], PLACES[3][two]];
  return `${characters.join('')}晨光${ending}`;
}

export function group(change: object = {}): Record<string, unknown> {
  return {
    name: groupName(),
    groupKind: 'CULTURE_AND_SPORTS',
    division: STREET,
    purpose: '丰富社区居民文化生活',
    activities: '每周排练，参加社区演出',
    memberCount: 18,
    funds: 2_000,
    fundsSource: '成员自筹',
    hasPremises: false,
    fullTimeStaff: 0,
    forProfit: false,
    ruleSheet: '成员自愿加入，队长每年推选一次',
    communityOpinion: '同意备案',
    documents: [],
    ...change,
  };
}

export function persons(change: object = {}): Record<string, unknown> {
  return {
    leader: { name: '李平', idKind: 'RESIDENT_ID', idNumber: identityNumber(), phone: '13800005678' },
    administrators: [],
    meetingPlace: '东华门街道文化活动中心',
    ...change,
  };
}

export function territorial(change: object = {}, who: object = {}): Record<string, unknown> {
  return { route: 'TERRITORIAL', office: STREET, group: group(change), persons: persons(who) };
}

export function byHub(change: object = {}, who: object = {}): Record<string, unknown> {
  const field = { communityOpinion: undefined, field: '科学普及志愿服务' };
  return { route: 'HUB', office: 'HUB-1-04', group: group({ ...field, ...change }), persons: persons(who) };
}

export function online(change: object = {}, who: object = {}): Record<string, unknown> {
  const administrators = ['周敏', '吴刚'].map((name) => ({ name, idKind: 'RESIDENT_ID', idNumber: identityNumber() }));
  const place = { platform: '微信', groupNumber: '38201765', moderationRule: '管理员实名，禁止广告，违者移出' };
  return {
    route: 'ONLINE',
    office: STREET,
    group: group({ name: groupName('群'), communityOpinion: undefined, memberCount: 120, online: place, ...change }),
    persons: persons({ administrators, offlineContact: { name: '王芳', phone: '13800009999' }, ...who }),
  };
}

/** A case of filing, drafted. */
export function drafted(bureau: Bureau, input: object, who = 'applicant'): Promise<Acted<FilingBody>> {
  return Acted.create<FilingBody>(bureau, who, '/filings', input);
}

/** Brings a case from its draft to the record, as its office does. */
export async function recorded(
  filing: Acted<FilingBody>,
  who = 'applicant',
  different: object[] = [],
): Promise<string> {
  await filing.act(who, 'submit', {}, 200);
  if (!filing.body.office.startsWith('HUB-')) {
    await filing.act('street', 'check', { finding: '已走访，情况属实' }, 200);
    await filing.act('street2', 'record', { different }, 200);
  } else await filing.act('hub', 'record', { different }, 200);
  return filing.body.filingNumber!;
}

/** A group that is filed. @returns its filing number */
export async function filedGroup(bureau: Bureau, input: object = territorial(), who = 'applicant'): Promise<string> {
  return recorded(await drafted(bureau, input, who), who);
}

/** A case about a group that is filed. */
export function about(
  bureau: Bureau,
  filingNumber: string,
  matter: 'changes' | 'renewals' | 'cancellations',
  input: object,
  who = 'applicant',
): Promise<Acted<FilingBody>> {
  return Acted.create<FilingBody>(bureau, who, `/filed-groups/${filingNumber}/${matter}`, input, '/filings');
}

/** What the public reads of a group. */
export function published(bureau: Bureau, filingNumber: string): Promise<supertest.Response> {
  return bureau.call(undefined, 'get', `/public/filings/${filingNumber}`);
}
