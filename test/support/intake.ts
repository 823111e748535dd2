import supertest from 'supertest';
import { groupName, STREET } from './filings.js';
import { runDueJobs } from './jobs.js';
import { identityNumber, type Bureau } from './registrations.js';

export interface BatchBody {
  readonly id: string;
  readonly state: string;
  readonly version: number;
  readonly rows: number;
  readonly encoding: string | null;
  readonly format: string;
  readonly unknownColumns: string[];
  readonly counts: Record<'PENDING' | 'GOOD' | 'REFUSED' | 'TAKEN' | 'UNDONE', number>;
  readonly progress: { done: number; total: number; percent: number; remainingSeconds: number | null };
  readonly allowedActions: string[];
}

export const FILING_HEADER = [
  ...['备案途径*', '名称*', '类别*', '活动地街道*', '宗旨*', '活动内容*', '成员人数*', '资金（元）', '经费来源*'],
  ...['负责人姓名*', '负责人身份证号*', '负责人电话*', '活动场所', '活动规则*', '社区意见', '所属领域'],
];

/** A row of the table of filings, as somebody at a street would type it. */
export function filingRow(change: Readonly<Record<string, string>> = {}): string[] {
  const values: Record<string, string> = {
    备案途径: '属地',
    名称: groupName(),
    类别: '文体活动',
    活动地街道: '东华门街道',
    宗旨: '丰富社区居民文化生活',
    活动内容: '每周排练',
    成员人数: '18',
    '资金（元）': '2000',
    经费来源: '成员自筹',
    负责人姓名: '李平',
    负责人身份证号: identityNumber(),
    负责人电话: '13800005678',
    活动场所: '文化活动中心',
    活动规则: '成员自愿加入',
    社区意见: '同意备案',
    所属领域: '',
    ...change,
  };
  return FILING_HEADER.map((title) => values[title.replace(/\*$/, '')]);
}

export function csv(rows: readonly (readonly string[])[], header: readonly string[] = FILING_HEADER): Buffer {
  return Buffer.from([header, ...rows].map((row) => row.join(',')).join('\r\n'));
}

/** Brings a table in. */
export async function bring(
  bureau: Bureau,
  file: Buffer,
  { who = 'street', sheet = 'filings', office = STREET, name = '备案.csv' } = {},
): Promise<supertest.Response> {
  return supertest(bureau.app.getHttpServer())
    .post('/api/v1/intake-batches')
    .query({ sheet, office })
    .set('authorization', `Bearer ${await bureau.token(who)}`)
    .attach('file', file, { filename: name });
}

/** A batch, followed through its versions. */
export class IntakeBatch {
  private constructor(
    private readonly bureau: Bureau,
    public body: BatchBody,
  ) {}

  /** Brings a table in and lets it be judged. */
  static async judged(bureau: Bureau, file: Buffer, options: Parameters<typeof bring>[2] = {}): Promise<IntakeBatch> {
    const answer = await bring(bureau, file, options);
    if (answer.status !== 201) throw new Error(`could not bring: ${JSON.stringify(answer.body)}`);
    await runDueJobs(bureau.app);
    return new IntakeBatch(bureau, answer.body as BatchBody).read(options.who);
  }

  async read(who = 'street'): Promise<this> {
    this.body = (await this.bureau.call(who, 'get', `/intake-batches/${this.body.id}`)).body as BatchBody;
    return this;
  }

  async act(who: string, action: string, input: object = {}, status?: number): Promise<supertest.Response> {
    const path = `/intake-batches/${this.body.id}/actions/${action}`;
    const answer = await this.bureau.call(who, 'post', path, input, { 'if-match': `"${this.body.version}"` });
    if (status !== undefined && answer.status !== status) throw new Error(`${action}: ${JSON.stringify(answer.body)}`);
    await runDueJobs(this.bureau.app);
    if (answer.status !== 404) await this.read(who);
    return answer;
  }

  async rows(
    state?: string,
  ): Promise<{ line: number; state: string; remarks: { column: string; code: string; warning: boolean }[] }[]> {
    const query = state === undefined ? '' : `&state=${state}`;
    const { body } = await this.bureau.call('street', 'get', `/intake-batches/${this.body.id}/rows?limit=100${query}`);
    return body.items;
  }
}

/** Chinese text as an older Excel writes CSV: each character is looked up by decoding. */
export function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, Buffer>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const bytes = Buffer.from([high, low]);
      const character = decoder.decode(bytes);
      if (character.length === 1 && !codes.has(character)) codes.set(character, bytes);
    }
  }
  return Buffer.concat([...text].map((character) => codes.get(character) ?? Buffer.from(character)));
}
