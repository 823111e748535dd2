import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import { IsInstant, IsLegalDate, IsRecordedDate } from './legal-date.decorator.js';
import { NestedEach } from './nested.decorator.js';
import { HttpProblem, type Defect } from './problem.js';
import { validationPipe } from './validation.js';

class Part {
  @IsInt()
  @Min(1)
  count: number;
}

class Input {
  @IsIn(['A', 'B'])
  kind: string;

  @ApiProperty({ example: '110000' })
  @Matches(/^\d{6}$/)
  authority: string;

  @IsString({ each: true })
  @MaxLength(3, { each: true })
  words: string[];

  @NestedEach(() => Part, { max: 2 })
  parts: Part[];

  @IsLegalDate()
  asOf: string;

  @IsRecordedDate()
  from: string;

  @IsInstant()
  knownAt: string;
}

const GOOD = {
  kind: 'A',
  authority: '110000',
  words: ['a'],
  parts: [{ count: 1 }],
  asOf: '0001-01-01',
  from: '1900-01-01',
  knownAt: '2026-11-24T02:30:00.123Z',
};

async function defects(change: object): Promise<readonly Defect[]> {
  try {
    await validationPipe().transform({ ...GOOD, ...change }, { type: 'body', metatype: Input });
    return [];
  } catch (error) {
    return (error as HttpProblem).extra.violations!;
  }
}

describe('the validation of a body', () => {
  it('lets a good one through', async () => {
    expect(await defects({})).toEqual([]);
  });

  it.each([
    [{ kind: 'C' }, 'IS_IN', '/kind', '应为以下之一：A、B', 'Must be one of A, B'],
    [{ authority: 'x' }, 'MATCHES', '/authority', '格式不符，例如 110000', 'Does not have the right form, e.g. 110000'],
    [{ words: ['abcd'] }, 'MAX_LENGTH', '/words', '每一项不能超过3个字符', 'Each item must have at most 3 characters'],
    [{ parts: [{ count: 0 }] }, 'MIN', '/parts/0/count', '不能小于1', 'Must not be less than 1'],
    [{ extra: 1 }, 'WHITELIST_VALIDATION', '/extra', '没有此字段', 'Is not a field of this request'],
    [{ parts: [[]] }, 'IS_OBJECT', '/parts', '每一项应为对象', 'Each item must be an object'],
  ])('says of %j in both languages what is wrong', async (change, code, pointer, zh, en) => {
    expect(await defects(change)).toEqual([{ code, pointer, message: { zh, en } }]);
  });

  it.each([
    { asOf: '0000-01-01' },
    { asOf: '2026-02-29' },
    { from: '1899-12-31' },
    { from: '2200-01-01' },
    { knownAt: '2026-11-24' },
    { knownAt: '2026-02-30T00:00:00Z' },
    { knownAt: '2026-11-24T24:00:00Z' },
    { knownAt: '0000-01-01T00:00:00Z' },
    { knownAt: '2026-11-24T02:30:00' },
  ])('knows no such day or instant: %j', async (change) => {
    expect(await defects(change)).toHaveLength(1);
  });

  it('lists at most a hundred defects', async () => {
    expect(await defects({ parts: Array.from({ length: 1_000 }, () => ({ count: 0 })) })).toHaveLength(100);
  });
});
