import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Holder, Role } from '@app/access';
import { Sheets, type RowJudgement, type RowRemark, type Sheet, type SheetRow } from '@app/intake';
import { cite, nameKey } from '@app/kernel';
import type { Sql, Tx } from '@app/platform';
import { Register } from '@app/register';
import { duplicateKeys } from '../../domain/duplicate-keys.js';
import type { Filing } from '../../domain/filing-content.js';
import { actsFor, isHub } from '../../domain/filing.policy.js';
import { filingViolations } from '../../domain/filing.rules.js';
import { FILING_COLUMNS } from '../../domain/sheet/filing-columns.js';
import { filingOf, remarkOf } from '../../domain/sheet/row-filing.js';
import { Contacts } from '../../persistence/contacts.js';
import { Duplicates, type Likeness } from '../../persistence/duplicates.js';
import { EnterGroups } from '../enter-groups.js';
import { FilingOffices, type FilingOffice } from '../filing-offices.js';
import { TellOfFilings } from '../tell-of-filings.js';
import { GroupReferencesOf } from './group-references.js';
import { JudgeGroupPersons } from './judge-group-persons.js';

const UNDONE = cite('京办发〔2016〕43号', '四(二)');

/** Tables of groups that an office files (批量备案). */
@Injectable()
export class FilingSheet implements Sheet, OnModuleInit {
  readonly name = 'filings';
  readonly title = { zh: '备案组织', en: 'groups to be filed' };
  readonly columns = FILING_COLUMNS;
  readonly roles: readonly Role[] = ['STREET_OFFICER', 'HUB_OFFICER'];

  constructor(
    private readonly sheets: Sheets,
    private readonly offices: FilingOffices,
    private readonly references: GroupReferencesOf,
    private readonly judgePersons: JudgeGroupPersons,
    private readonly duplicates: Duplicates,
    private readonly enterGroups: EnterGroups,
    private readonly contacts: Contacts,
    private readonly register: Register,
    private readonly tell: TellOfFilings,
  ) {}

  onModuleInit(): void {
    this.sheets.register(this);
  }

  actsFor(by: Holder, office: string): boolean {
    return actsFor(by, office);
  }

  /** Whoever files in these districts waits: what is judged now still holds when it is entered. */
  async lock(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<void> {
    const where = await this.offices.find(office, tx);
    const filings = where ? await this.filings(tx, where, rows) : [];
    await this.enterGroups.lock(
      tx,
      filings.map(({ group }) => group.division),
    );
  }

  async judge(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<RowJudgement[]> {
    const where = await this.offices.find(office, tx);
    if (!where) return rows.map(() => judgement([noOffice()]));
    const filings = await this.filings(tx, where, rows);
    const streets = await this.offices.streets(
      filings.map(({ group }) => group.division),
      tx,
    );
    const found = filings.map((filing) => {
      const facts = { streetKnown: streets.has(filing.group.division), officeDivision: where.division };
      const wrong = isHub(office) === (filing.route === 'HUB') ? [] : [wrongRoute()];
      return [...filingViolations(filing, facts, tx.today), ...wrong].map(remarkOf);
    });
    const persons = await this.judgePersons.judge(tx, filings, found);
    const sound = filings.map((_, index) => found[index].length + persons[index].defects.length === 0);
    // What is wrong anyway is compared with nobody.
    const keys = filings.map((filing, index) => (sound[index] ? keysOf(filing, persons[index].leader) : []));
    const alike = await this.duplicates.alike(keys, tx);
    return filings.map((filing, index) => {
      const [taken, like] = split(alike[index], filing);
      return {
        defects: [...found[index], ...persons[index].defects, ...taken.map(filedAlready)],
        warnings: [...persons[index].warnings, ...like.map(mayBe)],
        same: sameOf(filing),
        alike: sound[index] ? [...keysOf(filing, undefined), `leader:${persons[index].hash}`] : [],
      };
    });
  }

  async take(tx: Tx, office: string, rows: readonly SheetRow[]): Promise<(string | RowRemark)[]> {
    const where = (await this.offices.find(office, tx))!;
    const filings = await this.filings(tx, where, rows);
    const references = await this.references.of(tx, filings);
    const good = filings.flatMap((filing, index) => {
      const known = references[index];
      return 'leader' in known ? [{ index, filing, references: known }] : [];
    });
    const entered = good.length === 0 ? [] : await this.enterGroups.execute(tx, where, good);
    const subjects = new Map(good.map(({ index }, place) => [index, entered[place].subjectId]));
    return filings.map((_, index) => subjects.get(index) ?? (references[index] as RowRemark));
  }

  /** A hub has filed many: each street where they meet, and the registrar of its district, is told of their number. */
  async entered(tx: Tx, office: string, batchId: string): Promise<void> {
    if (!isHub(office)) return;
    const streets = await tx.rows<{ division: string; count: number }>(
      `SELECT g.division, count(*)::int AS count FROM intake.row r JOIN filing.filed_group g ON g.subject_id = r.subject_id
        WHERE r.batch_id = $1 AND r.state = 'TAKEN' GROUP BY 1 ORDER BY 1`,
      [batchId],
    );
    for (const { division, count } of streets) await this.tell.manyFiled(tx, office, division, count);
  }

  /** Anything but the entry that brought it in: a change, an assignment to a hub, a decision about a duplicate, a case. */
  async followed(tx: Tx, subjectIds: readonly string[]): Promise<string[]> {
    await this.register.lockAll(tx, subjectIds);
    const rows = await tx.rows<{ id: string }>(
      `SELECT s.id FROM register.subject s WHERE s.id = ANY($1::uuid[]) AND (s.last_number <> 1
          OR EXISTS (SELECT 1 FROM filing.application a WHERE a.subject_id = s.id)
          OR EXISTS (SELECT 1 FROM filing.duplicate d WHERE (d.first = s.id OR d.second = s.id) AND d.state NOT IN ('OPEN', 'SETTLED')))`,
      [subjectIds],
    );
    return rows.map(({ id }) => id);
  }

  async undo(tx: Tx, subjectIds: readonly string[]): Promise<void> {
    await this.duplicates.forget(tx, subjectIds);
    await this.contacts.forget(tx, subjectIds);
    await this.register.voidBeginnings(tx, subjectIds, UNDONE);
  }

  /** The rows as filings; a street is named by its code, or by its name within the division of the office. */
  private async filings(sql: Sql, { division }: FilingOffice, rows: readonly SheetRow[]): Promise<Filing[]> {
    const names = await this.offices.streetsByName(division, sql);
    return rows.map(({ values }) => filingOf(values, names.get(values.division ?? '') ?? values.division ?? ''));
  }
}

function keysOf(filing: Filing, leader: string | undefined): string[] {
  return duplicateKeys({ ...filing.group, leaders: leader === undefined ? [] : [{ person: leader }] });
}

/** Two rows of one name in one street, or of one number of a platform, are one group. */
function sameOf({ group: { name, division, online } }: Filing): string[] {
  const named = `${division}:${nameKey(name).slice(0, 60)}`;
  return online ? [named, `${nameKey(online.platform)}:${nameKey(online.groupNumber)}`] : [named];
}

function judgement(defects: readonly RowRemark[]): RowJudgement {
  return { defects, warnings: [], same: [], alike: [] };
}

/** A group of the very name in the very street, or of the very number, is filed already; others only look like it. */
function split(alike: readonly Likeness[], { group }: Filing): readonly [Likeness[], Likeness[]] {
  const key = nameKey(group.name);
  const taken = alike.filter(({ name, division, signs }) => {
    return (division === group.division && nameKey(name) === key) || signs.includes('SAME_ONLINE_GROUP');
  });
  return [taken, alike.filter((each) => !taken.includes(each)).slice(0, 5)];
}

function filedAlready({ name, filingNumber }: Likeness): RowRemark {
  const message = { zh: `“${name}”已经备案（${filingNumber}）`, en: `${name} is filed already (${filingNumber})` };
  return { column: 'name', code: 'FILING-ONCE', message };
}

function mayBe({ name, filingNumber, signs }: Likeness): RowRemark {
  const zh = `与已备案的“${name}”（${filingNumber}）可能是同一组织（${signs.join('、')}），入库后须认定`;
  const en = `It may be ${name} (${filingNumber}), which is filed: to be decided once it is entered (${signs.join(', ')})`;
  return { column: 'name', code: 'MAY_BE_FILED', message: { zh, en } };
}

function noOffice(): RowRemark {
  return { code: 'FILING-OFFICE', message: { zh: '备案机关已不存在', en: 'The office is no more' } };
}

function wrongRoute() {
  const message = { zh: '该备案机关不办理此途径的备案', en: 'This office does not file by this route' };
  return { code: 'FILING-OFFICE', pointer: '/route', message, citation: UNDONE };
}
