import { cite, type RuleRow } from '@app/kernel';

/** One city hub as the plan prints it. */
export interface CityHub {
  readonly batch: number;
  readonly order: number;
  /** As 专栏7 prints it. */
  readonly printed: string;
  /** The official name, where the plan misprints it. */
  readonly official?: string;
}

/**
 * The city hubs recognized by 2016 (已认定市级“枢纽型”社会组织目录), in their four batches of 10, 12, 5 and 9.
 * The plan gives no days of recognition, so none is entered.
 */
export const CITY_HUBS: RuleRow<readonly CityHub[]> = {
  id: 'HUB-CITY-2016',
  citation: cite('京办发〔2016〕43号', '专栏7'),
  inForceFrom: '2016-11-11',
  mark: 'VERIFIED',
  value: [
    { batch: 1, order: 1, printed: '北京市总工会' },
    { batch: 1, order: 2, printed: '中国共产主义青年团北京市委员会' },
    { batch: 1, order: 3, printed: '北京市妇女联合会' },
    { batch: 1, order: 4, printed: '北京市科学技术协会' },
    { batch: 1, order: 5, printed: '北京市残疾人联合会' },
    { batch: 1, order: 6, printed: '北京市归国华侨联合会' },
    { batch: 1, order: 7, printed: '北京市文学艺术界联合会' },
    { batch: 1, order: 8, printed: '北京市社会科学届联合会', official: '北京市社会科学界联合会' },
    { batch: 1, order: 9, printed: '北京市红十字会' },
    { batch: 1, order: 10, printed: '北京市法学会' },
    { batch: 2, order: 1, printed: '北京市工商业联合会' },
    { batch: 2, order: 2, printed: '中国国际贸易促进委员会北京市分会（北京市贸促会）' },
    { batch: 2, order: 3, printed: '北京市志愿服务联合会' },
    { batch: 2, order: 4, printed: '北京市私营个体经济协会' },
    { batch: 2, order: 5, printed: '北京市体育总会' },
    { batch: 2, order: 6, printed: '首都公益慈善联合会' },
    { batch: 2, order: 7, printed: '北京注册会计师协会' },
    { batch: 2, order: 8, printed: '北京市律师协会' },
    { batch: 2, order: 9, printed: '北京工业经济联合会' },
    { batch: 2, order: 10, printed: '北京市商业联合会' },
    { batch: 2, order: 11, printed: '北京市建筑业联合会' },
    { batch: 2, order: 12, printed: '北京民办教育协会' },
    { batch: 3, order: 1, printed: '北京市人民对外友好协会' },
    { batch: 3, order: 2, printed: '北京市民间组织国际交流协会' },
    { batch: 3, order: 3, printed: '首都民间组织发展促进会' },
    { batch: 3, order: 4, printed: '北京市民族联谊会' },
    { batch: 3, order: 5, printed: '北京企业联合会' },
    { batch: 4, order: 1, printed: '中关村社会组织联合会' },
    { batch: 4, order: 2, printed: '北京市农民专业合作社联合会' },
    { batch: 4, order: 3, printed: '北京人民调解员协会' },
    { batch: 4, order: 4, printed: '北京社会工作者协会' },
    { batch: 4, order: 5, printed: '北京外商投资企业协会' },
    { batch: 4, order: 6, printed: '北京市社会心理工作联合会' },
    { batch: 4, order: 7, printed: '北京市社会领域党的建设研究会' },
    { batch: 4, order: 8, printed: '北京市慈善义工协会' },
    { batch: 4, order: 9, printed: '北京人力资源服务行业协会' },
  ],
};
