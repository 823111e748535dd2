import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate } from '@app/kernel';
import { KeyedStores, KeyRing, Reads, SealedColumn, type Sql, type Tx } from '@app/platform';
import { Persons } from '@app/register';
import type { Filing, FilingContent, FilingMatter, GroupPersons } from '../domain/filing-content.js';

/** What a case holds besides its steps. */
export interface FilingFile {
  readonly caseId: string;
  readonly matter: FilingMatter;
  readonly office: string;
  /** The group; of a new one only once it is filed. */
  readonly subjectId: string | null;
  /** Entered by an officer of the office. */
  readonly byOffice: boolean;
  readonly filingNumber: string | null;
  readonly filing: Filing;
}

interface FileRow extends Omit<FilingFile, 'filing'> {
  readonly content: FilingContent;
  readonly persons: string;
}

const FILE = `a.case_id AS "caseId", a.matter, a.office, a.subject_id AS "subjectId", a.by_office AS "byOffice", a.content, a.persons,
  (SELECT g.filing_number FROM filing.filed_group g WHERE g.subject_id = a.subject_id) AS "filingNumber"`;

/** Stores what is filed, its persons encrypted: a leaked table tells nobody's number, telephone or home. */
@Injectable()
export class Filings implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly keys: KeyRing,
    private readonly persons: Persons,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const caseId = { column: 'case_id', type: 'uuid' };
    const number = { column: 'number', type: 'integer' };
    const places = [
      { table: 'filing.application', key: [caseId] },
      { table: 'filing.submission', key: [caseId, number] },
    ];
    for (const place of places) {
      this.stores.register(new SealedColumn({ ...place, column: 'persons', purpose }, this.keys));
    }
  }

  async find(caseId: string, sql: Sql = this.reads): Promise<FilingFile | undefined> {
    const [row] = await sql.rows<FileRow>(`SELECT ${FILE} FROM filing.application a WHERE a.case_id = $1`, [caseId]);
    if (!row) return undefined;
    const { content, persons, ...file } = row;
    return { ...file, filing: { ...content, persons: this.opened(caseId, persons) } };
  }

  /** The case must be there. */
  async get(caseId: string, sql: Sql = this.reads): Promise<FilingFile> {
    return (await this.find(caseId, sql))!;
  }

  async save(tx: Tx, file: Omit<FilingFile, 'filingNumber'>): Promise<void> {
    const { caseId, matter, office, subjectId, byOffice, filing } = file;
    const { persons, ...content } = filing;
    await tx.execute(
      `INSERT INTO filing.application (case_id, matter, office, subject_id, by_office, content, persons, person_hashes)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
       ON CONFLICT (case_id) DO UPDATE SET office = excluded.office, content = excluded.content,
         persons = excluded.persons, person_hashes = excluded.person_hashes`,
      [
        ...[caseId, matter, office, subjectId, byOffice, JSON.stringify(content)],
        ...[this.sealed(caseId, persons), this.hashes(persons)],
      ],
    );
  }

  /** Keeps what was submitted, as it was. @returns the number of the submission. */
  async keepSubmission(tx: Tx, caseId: string, submittedOn: LegalDate): Promise<number> {
    const { number } = await tx.row<{ number: number }>(
      `INSERT INTO filing.submission (case_id, number, submitted_on, content, persons)
       SELECT a.case_id, coalesce((SELECT max(number) FROM filing.submission WHERE case_id = $1), 0) + 1, $2, a.content, a.persons
         FROM filing.application a WHERE a.case_id = $1 RETURNING number`,
      [caseId, submittedOn],
    );
    return number;
  }

  /** What was submitted in a case, each time, oldest first. */
  async submissions(caseId: string, sql: Sql): Promise<{ number: number; submittedOn: LegalDate; filing: Filing }[]> {
    const rows = await sql.rows<{ number: number; submittedOn: LegalDate; content: FilingContent; persons: string }>(
      `SELECT number, submitted_on::text AS "submittedOn", content, persons FROM filing.submission WHERE case_id = $1 ORDER BY number`,
      [caseId],
    );
    return rows.map(({ number, submittedOn, content, persons }) => {
      return { number, submittedOn, filing: { ...content, persons: this.opened(caseId, persons) } };
    });
  }

  /** Ties a case to the group that it brought into the register. */
  async tie(tx: Tx, caseId: string, subjectId: string): Promise<void> {
    await tx.execute('UPDATE filing.application SET subject_id = $2 WHERE case_id = $1', [caseId, subjectId]);
  }

  private hashes({ leader, administrators }: GroupPersons): string[] {
    const numbered = [leader, ...administrators].filter(({ idNumber }) => idNumber !== '');
    return [...new Set(numbered.map(({ idKind, idNumber }) => this.persons.hashOf(idKind, idNumber)))];
  }

  private sealed(caseId: string, persons: GroupPersons): string {
    return this.keys.seal(JSON.stringify(persons), purpose(caseId));
  }

  private opened(caseId: string, persons: string): GroupPersons {
    return JSON.parse(this.keys.open(persons, purpose(caseId))) as GroupPersons;
  }
}

function purpose(caseId: string): string {
  return `filing.application.persons:${caseId}`;
}
