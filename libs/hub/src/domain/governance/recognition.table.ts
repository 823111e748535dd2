import { cite, type Bilingual, type RuleRow } from '@app/kernel';

/** 《北京市关于构建市级“枢纽型”社会组织工作体系的暂行办法》: its text is known in part only, so every row is MEMORY. */
export const RECOGNITION_CITATION = cite('北京市关于构建市级“枢纽型”社会组织工作体系的暂行办法', '四');

export const CONDITIONS = ['LEADERSHIP', 'LEADING_PLACE', 'PARTY_ORGANIZATION', 'LEGAL_PERSON'] as const;
export type Condition = (typeof CONDITIONS)[number];

/** The four conditions of a hub; each needs a finding and evidence of its own. */
export const HUB_CONDITIONS: RuleRow<Readonly<Record<Condition, Bilingual>>> = {
  id: 'HUB-CONDITIONS',
  citation: RECOGNITION_CITATION,
  inForceFrom: '2009-01-01',
  mark: 'MEMORY',
  value: {
    LEADERSHIP: { zh: '领导机构健全，密切联系群众', en: 'sound leadership that is linked to the people' },
    LEADING_PLACE: { zh: '在本领域内处于龙头地位', en: 'a leading place in its field' },
    PARTY_ORGANIZATION: {
      zh: '党组织健全，能够推动所服务组织的党建工作',
      en: 'a sound party organization that can advance party building in those it serves',
    },
    LEGAL_PERSON: { zh: '具有独立法人资格，规章制度健全', en: 'an independent legal person with sound rules' },
  },
};

/** A hub stands in a division of its tier, below a hub of the tier above: city, district, street (四(一)). */
export const HUB_TREE: RuleRow = {
  id: 'HUB-TREE',
  citation: cite('京办发〔2016〕43号', '四(一)'),
  inForceFrom: '2016-11-11',
  mark: 'DESIGN',
  value: undefined,
};

/** Two hubs of one tier and division do not bear one name. */
export const HUB_NAME: RuleRow = { ...HUB_TREE, id: 'HUB-NAME' };

/** A hub that is to be withdrawn was heard, or had its time to be: the consultation of casework asks it. */
export const HUB_HEARD: RuleRow = {
  id: 'HUB-HEARD',
  citation: cite('全面推进依法行政实施纲要（国发〔2004〕10号）', '六、20'),
  inForceFrom: '2004-03-22',
  mark: 'MEMORY',
  value: undefined,
};

/** A measure fits the standing: a warning once, lifted only while it stands, nothing after the withdrawal. */
export const HUB_STANDING: RuleRow = { ...HUB_TREE, id: 'HUB-STANDING' };

/** The decision names its document and does not lie in the future. */
export const HUB_DECISION: RuleRow = {
  id: 'HUB-DECISION',
  citation: RECOGNITION_CITATION,
  inForceFrom: '2009-01-01',
  mark: 'MEMORY',
  value: undefined,
};
