import { Injectable } from '@nestjs/common';
import { createHash, randomUUID } from 'node:crypto';
import { nextState, type Principal } from '@app/access';
import { Audit } from '@app/audit';
import {
  ActionNotAllowed,
  canonicalJson,
  NotFound,
  RuleViolated,
  violationOf,
  type LegalDate,
  type Violation,
} from '@app/kernel';
import { Reads, requireVersion, type Page, type Sql, type Tx } from '@app/platform';
import { HUB_REPORT, type ReportPart } from '../../domain/desk/desk.table.js';
import { WORK_REPORT, type ReportAction, type ReportState } from '../../domain/desk/desk.workflow.js';
import { maySeeDesk, reportParties } from '../../domain/hub.policy.js';
import { Hubs, type KnownHub } from '../hubs.js';
import { AssembleFigures, type ReportFigures } from './report-figures.js';

export type ReportTexts = Readonly<Partial<Record<ReportPart, string>>>;

export interface WorkReport {
  readonly id: string;
  readonly hub: string;
  readonly year: number;
  readonly state: ReportState;
  readonly figures: ReportFigures;
  readonly texts: ReportTexts;
  readonly assembledOn: LegalDate;
  readonly signedOn: LegalDate | null;
  readonly contentHash: string | null;
  readonly submittedOn: LegalDate | null;
  readonly submittedTo: string | null;
  readonly answer: string | null;
  readonly answeredOn: LegalDate | null;
  readonly publishedOn: LegalDate | null;
  readonly version: number;
}

const COLUMNS = `w.id, w.hub, w.year, w.state, w.figures, w.texts, w.assembled_on::text AS "assembledOn", w.signed_on::text AS "signedOn",
  w.content_hash AS "contentHash", w.submitted_on::text AS "submittedOn", w.submitted_to AS "submittedTo", w.answer,
  w.answered_on::text AS "answeredOn", w.published_on::text AS "publishedOn", w.version`;
const KEYS = [
  { sql: 'w.year', type: 'integer' },
  { sql: 'w.id', type: 'uuid' },
] as const;

/** The annual work report of a hub (年度工作报告). */
@Injectable()
export class WorkReports {
  constructor(
    private readonly reads: Reads,
    private readonly hubs: Hubs,
    private readonly figures: AssembleFigures,
    private readonly audit: Audit,
  ) {}

  /** Opens the report on a year, with the figures of that year. @throws ActionNotAllowed when there is one, RuleViolated. */
  async open(tx: Tx, by: Principal, code: string, year: number): Promise<string> {
    await this.hubs.run(code, by, tx);
    if (year > Number(tx.today.slice(0, 4))) {
      const [zh, en] = ['报告年度不得晚于本年', 'The year has not begun'];
      throw new RuleViolated([violationOf(HUB_REPORT, '/year', zh, en)]);
    }
    const figures = await this.figures.execute(tx, code, year, tx.today);
    const id = randomUUID();
    const opened = await tx.execute(
      `INSERT INTO hub.work_report (id, hub, year, figures, texts, assembled_on) VALUES ($1, $2, $3, $4, '{}', $5)
       ON CONFLICT (hub, year) DO NOTHING`,
      [id, code, year, JSON.stringify(figures), tx.today],
    );
    if (opened === 0)
      throw new ActionNotAllowed([], { zh: '该年度报告已经建立', en: 'There is a report on this year' });
    await this.record(tx, 'open', id, { hub: code, year });
    tx.resource = `/api/v1/hub-work-reports/${id}`;
    return id;
  }

  /** Counts anew what the data say. */
  async assemble(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'assemble', async ({ hub, year }) => {
      const figures = await this.figures.execute(tx, hub, year, tx.today);
      return { figures: JSON.stringify(figures), assembled_on: tx.today };
    });
  }

  /** Writes the parts down; parts that are left out stay as they are. */
  async write(tx: Tx, by: Principal, id: string, version: number, texts: ReportTexts): Promise<void> {
    await this.step(tx, by, id, version, 'write', async (report) => ({
      texts: JSON.stringify({ ...report.texts, ...texts }),
    }));
  }

  /** @throws RuleViolated naming each part that is not written, and while the year runs or is not counted to its end. */
  async sign(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'sign', async ({ year, figures, texts }) => {
      const violations = signViolations(year, figures, texts);
      if (violations.length > 0) throw new RuleViolated(violations);
      return { signed_by: by.accountId, signed_on: tx.today, content_hash: hashOf(figures, texts) };
    });
  }

  /** Before it was answered; it is signed again. */
  async recall(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'recall', async () => UNSIGNED);
  }

  async reopen(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'reopen', async () => UNSIGNED);
  }

  /** To the hub above, or to the leading group where none stands above. */
  async submit(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'submit', async (_, { above }) => ({
      submitted_on: tx.today,
      submitted_to: above.at(0) ?? null,
    }));
  }

  /** It goes back to the hub, which writes and signs it again. */
  async return(tx: Tx, by: Principal, id: string, version: number, answer: string): Promise<void> {
    await this.step(tx, by, id, version, 'return', async () => ({
      ...UNSIGNED,
      answer,
      answered_by: by.accountId,
      answered_on: tx.today,
    }));
  }

  async accept(tx: Tx, by: Principal, id: string, version: number, answer?: string): Promise<void> {
    await this.step(tx, by, id, version, 'accept', async () => ({
      answer: answer ?? null,
      answered_by: by.accountId,
      answered_on: tx.today,
    }));
  }

  async publish(tx: Tx, by: Principal, id: string, version: number): Promise<void> {
    await this.step(tx, by, id, version, 'publish', async () => ({ published_on: tx.today }));
  }

  /** @throws NotFound where the desk is not the reader's to see. */
  async get(id: string, reader: Principal): Promise<WorkReport> {
    return (await this.find(id, reader, this.reads)).report;
  }

  /** Newest year first. @throws NotFound where the desk is not the reader's to see. */
  async list(reader: Principal, code: string, limit: number, cursor?: string): Promise<Page<WorkReport>> {
    await this.hubs.desk(code, reader);
    return this.page('w.hub = $1', code, limit, cursor);
  }

  /** What the public sees: the published ones. @throws NotFound when there is no such hub. */
  async published(code: string, limit: number, cursor?: string): Promise<Page<WorkReport>> {
    await this.hubs.get(code);
    return this.page(`w.hub = $1 AND w.state = 'PUBLISHED'`, code, limit, cursor);
  }

  private page(where: string, code: string, limit: number, cursor?: string): Promise<Page<WorkReport>> {
    const source = {
      columns: COLUMNS,
      from: 'hub.work_report w',
      where,
      parameters: [code],
      keys: KEYS,
      descending: true,
    };
    return this.reads.page(source, { limit, cursor });
  }

  private async step(
    tx: Tx,
    by: Principal,
    id: string,
    version: number,
    action: ReportAction,
    work: (report: WorkReport, hub: KnownHub) => Promise<Readonly<Record<string, unknown>>>,
  ): Promise<void> {
    const { report, hub } = await this.find(id, by, tx, 'FOR UPDATE');
    requireVersion(report.version, version);
    const state = nextState(WORK_REPORT, report.state, action, reportParties(by, hub));
    const set = Object.entries({ ...(await work(report, hub)), state });
    await tx.execute(
      `UPDATE hub.work_report SET ${set.map(([column], index) => `${column} = $${index + 2}`).join(', ')}, version = version + 1
        WHERE id = $1`,
      [id, ...set.map(([, value]) => value)],
    );
    await this.record(tx, action, id, { hub: report.hub, year: report.year, state });
  }

  private async find(
    id: string,
    reader: Principal,
    sql: Sql,
    lock = '',
  ): Promise<{ report: WorkReport; hub: KnownHub }> {
    const [report] = await sql.rows<WorkReport>(`SELECT ${COLUMNS} FROM hub.work_report w WHERE w.id = $1 ${lock}`, [
      id,
    ]);
    const hub = report && (await this.hubs.find(report.hub, sql));
    if (!hub || !maySeeDesk(reader, hub)) throw new NotFound();
    return { report, hub };
  }

  private async record(tx: Tx, action: string, subjectId: string, detail: Record<string, unknown>): Promise<void> {
    await this.audit.record(tx, { action: `hub-work-report.${action}`, subjectType: 'work-report', subjectId, detail });
  }
}

function signViolations(year: number, { asOf }: ReportFigures, texts: ReportTexts): Violation[] {
  const [zh, en] = ['此部分尚未填写', 'This part is not written'];
  const missing = HUB_REPORT.value.filter((part) => !texts[part]);
  const found = missing.map((part) => violationOf(HUB_REPORT, `/texts/${part}`, zh, en));
  if (asOf !== `${year}-12-31`) {
    const [late, assemble] = [
      '年度届满后重新汇总数据方可签署',
      'It is signed on figures of the whole year: assemble them anew',
    ];
    found.push(violationOf(HUB_REPORT, '/figures/asOf', late, assemble));
  }
  return found;
}

const UNSIGNED = { signed_by: null, signed_on: null, content_hash: null, submitted_on: null, submitted_to: null };

/** What a signature is over: anybody can compute it again from the report. */
export function hashOf(figures: ReportFigures, texts: ReportTexts): string {
  return createHash('sha256').update(canonicalJson({ figures, texts })).digest('hex');
}
