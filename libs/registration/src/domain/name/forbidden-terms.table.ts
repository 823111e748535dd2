import type { RuleRow } from '@app/kernel';
import {
  nameMeasures as nm,
  serviceInstitutionRegulation as ssi,
  socialGroupRegulation as sg,
} from '../law-sources.js';

export interface ForbiddenTerms {
  readonly terms: readonly string[];
  /** Longer words in which a term is lawful: they limit the field or mean something else. */
  readonly except: readonly string[];
}

const UNREAD = '第九条至第二十四条（条号未核实）';
const NATIONAL = { terms: ['中国', '全国', '中华'], except: [] };

/**
 * At the head of a name: barred for local bodies, never open to a 民办非企业单位. Inside a name the same words
 * may limit the field (北京市中国画学会), and the ministry's own names need an approval that an officer checks.
 */
export const NATIONAL_PREFIX = {
  SOCIAL_GROUP: sg('SG-10-2-PREFIX', '第十条第二款', NATIONAL),
  SOCIAL_SERVICE_INSTITUTION: ssi('SSI-8-2-PREFIX', '第八条第二款', NATIONAL),
  FOUNDATION: nm('NM-8-3-PREFIX', '第八条第三款', NATIONAL),
};

/** Words that no name may contain, wherever they stand. */
export const FORBIDDEN_TERMS: readonly RuleRow<ForbiddenTerms>[] = [
  nm(
    'NM-MISLEADING',
    UNREAD,
    {
      terms: ['第一', '最高', '国家级'],
      except: ['第一中学', '第一小学', '第一幼儿园', '第一医院', '第一人民医院', '第一附属', '第一产业', '第一书记'],
    },
    'RESTATED',
  ),
  nm('NM-MISLEADING-OWN', UNREAD, { terms: ['世界级', '顶级', '最佳', '最大', '唯一', '至尊'], except: [] }, 'DESIGN'),
  nm(
    'NM-PARTY',
    UNREAD,
    {
      terms: [
        ...[
          '共产党',
          '中共',
          '国民党',
          '民主同盟',
          '民主建国会',
          '民主促进会',
          '农工民主党',
          '农工党',
          '致公党',
          '九三学社',
        ],
        '民主自治同盟',
      ],
      except: ['中共党史'],
    },
    'MEMORY',
  ),
  nm(
    'NM-STATE-ORGAN',
    UNREAD,
    {
      terms: [
        ...['国务院', '人民政府', '人民代表大会', '人大常委会', '政治协商会议', '人民法院', '人民检察院', '监察委员会'],
        ...['公安局', '公安厅', '公安部', '中央军委', '军事委员会'],
      ],
      except: ['人民代表大会制度', '人民政协理论'],
    },
    'MEMORY',
  ),
  nm(
    'NM-ARMY',
    UNREAD,
    { terms: ['解放军', '武警', '武装警察', '军区', '战区', '部队'], except: ['部队后代', '部队老战士'] },
    'MEMORY',
  ),
  nm('NM-OTHER-BODY', UNREAD, { terms: ['共青团', '共产主义青年团', '总工会', '红十字'], except: [] }, 'MEMORY'),
  nm(
    'NM-HARMFUL',
    UNREAD,
    {
      terms: [
        ...[
          '邪教',
          '法轮',
          '台独',
          '藏独',
          '疆独',
          '港独',
          '恐怖主义',
          '极端主义',
          '赌博',
          '博彩',
          '色情',
          '卖淫',
          '毒品',
        ],
        ...['军国主义', '法西斯', '种族歧视'],
      ],
      except: ['反邪教', '防范邪教', '反恐怖主义', '毒品预防', '毒品防治', '反法西斯', '反毒品', '去极端主义'],
    },
    'DESIGN',
  ),
  nm(
    'NM-SUPERSTITION',
    UNREAD,
    {
      terms: ['风水', '算命', '占卜', '看相', '测字', '命理', '巫术', '招魂', '驱鬼', '通灵', '跳大神'],
      except: ['风水林'],
    },
    'DESIGN',
  ),
];

/** Letters of foreign scripts and digits of any script. Scripts of the nationalities are lawful in their areas (第七条). */
export const FOREIGN_SCRIPT = nm(
  'NM-SCRIPT',
  UNREAD,
  {
    pattern:
      '[\\p{Script=Latin}\\p{Script=Cyrillic}\\p{Script=Greek}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Nd}]',
  },
  'MEMORY',
);

/** Spaces, signs and unseen characters; brackets and the middle dot may stand. */
export const SIGNS = nm('NM-SIGNS', '第七条第一款', { pattern: '[^\\p{L}\\p{M}\\p{Nd}〇（）()·]' }, 'DESIGN');
