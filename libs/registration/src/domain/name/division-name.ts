import type { EstablishmentFacts } from '../establishment.facts.js';

/** 林区 and 特区 are counties; every other 区 of a district registrar is a 市辖区. */
const URBAN_DISTRICT = /(?<![林特])区$/;

/** 北京市 -> 北京, 广西壮族自治区 -> 广西; other names stay. */
export function shortProvince(name: string): string {
  return name.replace(/(特别行政区|自治区|省|市)$/, '').replace(/(壮族|回族|维吾尔)$/, '');
}

export const PROVINCES: readonly string[] = [
  ...['北京市', '天津市', '河北省', '山西省', '内蒙古自治区', '辽宁省', '吉林省', '黑龙江省', '上海市', '江苏省'],
  ...['浙江省', '安徽省', '福建省', '江西省', '山东省', '河南省', '湖北省', '湖南省', '广东省', '广西壮族自治区'],
  ...['海南省', '重庆市', '四川省', '贵州省', '云南省', '西藏自治区', '陕西省', '甘肃省', '青海省', '宁夏回族自治区'],
  ...['新疆维吾尔自治区', '台湾省', '香港特别行政区', '澳门特别行政区'],
];

/**
 * The ways in which a registrar's division may be written at the head of a name, longest first: the names
 * from any level down to its own, a 市辖区 never without its city, a province also without 省, 市 or 自治区
 * (北京律师协会). Empty for the ministry, whose names carry no division as a rule.
 */
export function divisionForms(level: EstablishmentFacts['authorityLevel'], names: readonly string[]): string[] {
  const own = names.at(-1);
  if (own === undefined || level === 'NATION') return [];
  if (level === 'PROVINCE') return [own, shortProvince(own)];
  const above = names.slice(0, -1);
  const needsCity = level === 'DISTRICT' && URBAN_DISTRICT.test(own);
  const forms = above.map((_, index) => `${above.slice(index).join('')}${own}`);
  if (above.length > 1 && !needsCity) forms.push(`${above[0]}${own}`);
  if (!needsCity) forms.push(own);
  return [...new Set(forms)].sort((a, b) => b.length - a.length);
}
