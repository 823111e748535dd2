import type { RuleRow } from '@app/kernel';
import type { Kind } from '@app/register';
import { nameMeasures } from '../law-sources.js';

export interface NameForms {
  readonly forms: readonly string[];
  readonly example: string;
  readonly withField: readonly string[];
}

/**
 * Forms of organization (组织形式) that may end a name, longest first where one ends another. The articles on
 * forms were not read: the lists are from memory, and open in the text (等).
 */
export const NAME_FORMS = {
  SOCIAL_GROUP: nameMeasures(
    'NM-FORM-SG',
    '第八条第一款（组织形式条文未核实）',
    {
      example: '协会',
      forms: words('联谊会 联合会 促进会 研究会 校友会 同学会 互助会 慈善会 协会 学会 商会 公会 总会'),
      /** Forms that name the field themselves. */
      withField: words('慈善会'),
    },
    'MEMORY',
  ),
  SOCIAL_SERVICE_INSTITUTION: nameMeasures(
    'NM-FORM-SSI',
    '第八条第二款（组织形式条文未核实）',
    {
      example: '中心',
      forms: words(
        '职业培训学校 服务中心 研究中心 发展中心 培训中心 俱乐部 门诊部 研究院 研究所 事务所 服务社 服务站 幼儿园 ' +
          '养老院 敬老院 福利院 图书馆 博物馆 美术馆 纪念馆 艺术团 学校 中学 小学 大学 学院 书院 医院 诊所 公寓 ' +
          '中心 剧团 院 园 所 馆 站 社',
      ),
      withField: [],
    },
    'MEMORY',
  ),
  FOUNDATION: nameMeasures(
    'NM-FORM-FD',
    '第八条第二款（组织形式条文未核实）',
    { example: '基金会', forms: ['基金会'], withField: [] },
    'MEMORY',
  ),
} satisfies Record<Kind, RuleRow<NameForms>>;

/** Words that name a field and so cannot be a 字号 by themselves; our own list. */
export const FIELD_WORDS: readonly string[] = words(
  '社会工作 养老服务 职业技能 职业培训 文化艺术 科学技术 环境保护 志愿服务 社区服务 公益慈善 慈善 公益 教育 科技 文化 ' +
    '艺术 体育 医疗 卫生 健康 环保 扶贫 养老 助老 助残 助学 社区 法律 科学 儿童 青少年 妇女 残疾人 老年人',
);

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** What a name must be made of. */
export const NAME_STRUCTURE = {
  /** 社团: 行政区划 + 行(事)业领域或者会员组成 + 组织形式. */
  groupField: nameMeasures('NM-8-1-FIELD', '第八条第一款', { minimumCharacters: 1 }),
  origin: nameMeasures('NM-8-1-ORIGIN', '第八条第一款', { form: '商会' }),
  /** 基金会, 民非: 行政区划 + 字号 + 行(事)业领域 + 组织形式. */
  brand: nameMeasures('NM-8-2-BRAND', '第八条第二款', { required: true }),
  brandLength: nameMeasures('NM-BRAND-LENGTH', '第九条至第二十四条（条号未核实）', { minimumCharacters: 2 }, 'MEMORY'),
  brandDivision: nameMeasures(
    'NM-BRAND-DIVISION',
    '第九条至第二十四条（条号未核实）',
    { barred: 'DIVISION' },
    'MEMORY',
  ),
  division: nameMeasures('NM-8-DIVISION', '第八条', { leads: true }),
  districtWithCity: nameMeasures('NM-9-DISTRICT', '第九条（条号未核实）', { withCity: true }, 'MEMORY'),
  /** That a province may drop 省, 市 or 自治区 is our reading of names in use. */
  shortProvince: nameMeasures('NM-8-SHORT-PROVINCE', '第八条', { accepted: true }, 'DESIGN'),
  identical: nameMeasures('NM-16-IDENTICAL', '第十六条', { within: 'SAME_REGISTRAR' }, 'RESTATED'),
  /** That of a renamed body is held too; for how long was not read. */
  held: nameMeasures(
    'NM-HELD',
    '第九条至第二十四条（条号未核实）',
    { years: { DEREGISTERED: 1, ANNULLED: 3, RENAMED: 1 } },
    'MEMORY',
  ),
};
