import type { Bilingual, RuleRow } from '@app/kernel';
import type { Category } from '@app/register';
import {
  directRegistrationPolicy as dr,
  foundationRegulation as fd,
  reformPlan2013,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from './law-sources.js';

/** One of the four classes: its name and the limit that the officer confirms. */
export interface DirectClass {
  readonly name: Bilingual;
  readonly limit: Bilingual;
}

const SECTION = '“稳妥推进直接登记”部分';

export const DIRECT_CLASSES: Readonly<Record<Category, RuleRow<DirectClass>>> = {
  INDUSTRY: dr(
    'DR-INDUSTRY',
    SECTION,
    {
      name: { zh: '行业协会商会类', en: 'trade associations and chambers of commerce' },
      limit: { zh: '行业协会、商会', en: 'trade associations and chambers of commerce' },
    },
    'RESTATED',
  ),
  SCITECH: dr(
    'DR-SCITECH',
    SECTION,
    {
      name: { zh: '科技类', en: 'science and technology' },
      limit: {
        zh: '限于自然科学和工程技术领域的学术研究与交流，不含社会科学',
        en: 'research and exchange in natural science and engineering only; social science is outside',
      },
    },
    'RESTATED',
  ),
  CHARITY: dr(
    'DR-CHARITY',
    SECTION,
    {
      name: { zh: '公益慈善类', en: 'charity' },
      limit: {
        zh: '限于扶贫、济困、扶老、救孤、恤病、助残、救灾、助医、助学服务',
        en: 'relief of poverty and hardship, the old, orphans, the sick, the disabled, disaster, medical and school aid',
      },
    },
    'RESTATED',
  ),
  COMMUNITY: dr(
    'DR-COMMUNITY',
    SECTION,
    {
      name: { zh: '城乡社区服务类', en: 'community service' },
      limit: { zh: '满足居民生活需求，在社区内活动', en: 'daily needs of residents, activity inside the community' },
    },
    'RESTATED',
  ),
};

export const TRACK_ROWS = {
  category: dr('DR-CATEGORY', SECTION, { required: true }, 'RESTATED'),
  /** The applicant claims with a reason, the officer confirms. */
  reason: dr('DR-REASON', SECTION, { required: true }, 'DESIGN'),
  /** An association or chamber has members, which only a 社会团体 has. */
  industryKind: dr('DR-INDUSTRY-KIND', SECTION, { kinds: ['SOCIAL_GROUP'] }, 'DESIGN'),
  political: reformPlan2013('DR-NOT-POLITICAL', '改革社会组织管理制度部分', { barred: '政治法律类' }, 'MEMORY'),
  religious: reformPlan2013('DR-NOT-RELIGIOUS', '改革社会组织管理制度部分', { barred: '宗教类' }, 'MEMORY'),
};

/** DUAL: the supervising unit (业务主管单位) consents before the application. */
export const SUPERVISOR_ROWS = {
  SOCIAL_GROUP: sg('SG-9-SUPERVISOR', '第九条第一款', { required: true }),
  SOCIAL_SERVICE_INSTITUTION: ssi('SSI-8-1-1-SUPERVISOR', '第八条第一款第(一)项', { required: true }),
  FOUNDATION: fd('FD-9-5-SUPERVISOR', '第九条第(五)项', { required: true }),
};
