import type { Filing, GroupContent, GroupPersons } from '../filing-content.js';
import type { FilingFacts } from '../filing.rules.js';

export const STREET = '110101001';
export const FACTS: FilingFacts = { streetKnown: true, officeDivision: STREET };

/** What each change of a sample may bend. */
export interface Bend {
  readonly route?: Filing['route'];
  readonly group?: Partial<GroupContent>;
  readonly persons?: Partial<GroupPersons>;
}

/** A lawful filing of each route. */
export function sample({ route = 'TERRITORIAL', group = {}, persons = {} }: Bend = {}): Filing {
  return {
    route,
    group: {
      name: '东华门街道晨光合唱队',
      groupKind: 'CULTURE_AND_SPORTS',
      division: STREET,
      purpose: '丰富社区居民文化生活',
      activities: '每周排练',
      memberCount: route === 'ONLINE' ? 10 : 5,
      funds: 0,
      fundsSource: '成员自筹',
      hasPremises: false,
      fullTimeStaff: 0,
      forProfit: false,
      ruleSheet: '成员自愿加入',
      communityOpinion: route === 'TERRITORIAL' ? '同意备案' : undefined,
      field: route === 'HUB' ? '科学普及' : undefined,
      online:
        route === 'ONLINE' ? { platform: '微信', groupNumber: '38201765', moderationRule: '禁止广告' } : undefined,
      documents: [],
      ...group,
    },
    persons: {
      leader: { name: '李平', idKind: 'RESIDENT_ID', idNumber: '11010119000107793X', phone: '13800000000' },
      administrators: route === 'ONLINE' ? [PERSON, { ...PERSON, idNumber: '110101190001077948' }] : [],
      offlineContact: route === 'ONLINE' ? { name: '王芳', phone: '13800000001' } : undefined,
      meetingPlace: route === 'ONLINE' ? '' : '文化活动中心',
      ...persons,
    },
  };
}

const PERSON = { name: '周敏', idKind: 'RESIDENT_ID' as const, idNumber: '11010119000107793X' };
