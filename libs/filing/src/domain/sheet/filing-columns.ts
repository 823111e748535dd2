import type { Column } from '@app/intake';

export const GROUP_KIND_NAMES = {
  LIVING_SERVICE: '生活服务',
  COMMUNITY_AFFAIRS: '社区事务',
  CULTURE_AND_SPORTS: '文体活动',
  PUBLIC_BENEFIT: '公益慈善',
} as const;
const ROUTE_NAMES = { TERRITORIAL: '属地', HUB: '枢纽', ONLINE: '网络' } as const;
const YES_OR_NO = { YES: '是', NO: '否' } as const;

type Options = Partial<Pick<Column, 'type' | 'values' | 'note'>>;

const column =
  (required: boolean) =>
  <Name extends string>(name: Name, zh: string, en: string, example: string, options: Options = {}): Column<Name> => {
    return { name, title: { zh, en }, type: 'TEXT', required, example, ...options };
  };
const needed = column(true);
const open = column(false);

/** The columns of a table of groups that are to be filed; what a route does not ask for stays empty. */
export const FILING_COLUMNS = [
  needed('route', '备案途径', 'route', 'TERRITORIAL', {
    values: ROUTE_NAMES,
    note: {
      zh: '街道（乡镇）选属地或网络，枢纽选枢纽',
      en: 'a street files territorial and online groups, a hub its own',
    },
  }),
  needed('name', '名称', 'name', '东华门街道晨光合唱队'),
  needed('groupKind', '类别', 'kind', 'CULTURE_AND_SPORTS', { values: GROUP_KIND_NAMES }),
  needed('division', '活动地街道', 'street or township', '110101001', {
    note: { zh: '街道（乡镇）名称，或者九位代码', en: 'its name, or its code of nine digits' },
  }),
  needed('purpose', '宗旨', 'purpose', '丰富社区居民文化生活'),
  needed('activities', '活动内容', 'activities', '每周排练，参加社区演出'),
  needed('memberCount', '成员人数', 'members', '18', { type: 'NUMBER' }),
  open('funds', '资金（元）', 'funds in yuan', '2000', { type: 'NUMBER' }),
  needed('fundsSource', '经费来源', 'source of funds', '成员自筹'),
  open('hasPremises', '有固定场所', 'has premises', 'NO', { values: YES_OR_NO }),
  open('fullTimeStaff', '专职人数', 'full-time staff', '0', { type: 'NUMBER' }),
  needed('leaderName', '负责人姓名', 'leader', '李平'),
  needed('leaderIdNumber', '负责人身份证号', 'resident identity number of the leader', '110101199003070038'),
  needed('leaderPhone', '负责人电话', 'telephone of the leader', '13800000000'),
  open('meetingPlace', '活动场所', 'place of meeting', '东华门街道文化活动中心'),
  needed('ruleSheet', '活动规则', 'rules of the group', '成员自愿加入，队长每年推选一次'),
  open('communityOpinion', '社区意见', 'opinion of the community', '同意备案'),
  open('field', '所属领域', 'field of the hub', ''),
  open('platform', '网络平台', 'platform', ''),
  open('groupNumber', '群组号', 'group number', ''),
  open('moderationRule', '群组管理规则', 'rule of moderation', ''),
  open('administrators', '管理员', 'administrators', '', {
    note: { zh: '姓名 身份证号，多人用分号隔开', en: 'name and identity number, several with semicolons' },
  }),
  open('offlineContact', '线下联系人', 'contact off the net', ''),
  open('offlinePhone', '线下联系电话', 'its telephone', ''),
] as const satisfies readonly Column[];

export type FilingColumn = (typeof FILING_COLUMNS)[number]['name'];
