import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { LegalDate, Violation } from '@app/kernel';
import { KeyedStores, KeyRing, type Tx, Reads, SealedColumn, type Sql } from '@app/platform';
import { Persons } from '@app/register';
import type { Application, ApplicationPerson } from '../domain/application.js';

interface ApplicationRow {
  content: object;
  persons: string;
}

/** Stores applications with their persons encrypted: a leaked table tells nobody's number. */
@Injectable()
export class Applications implements OnModuleInit {
  constructor(
    private readonly reads: Reads,
    private readonly keys: KeyRing,
    private readonly persons: Persons,
    private readonly stores: KeyedStores,
  ) {}

  onModuleInit(): void {
    const caseId = { column: 'case_id', type: 'uuid' };
    for (const [table, key] of [
      ['registration.application', [caseId]],
      ['registration.submission', [caseId, { column: 'number', type: 'integer' }]],
    ] as const) {
      this.stores.register(new SealedColumn({ table, key, column: 'persons', purpose }, this.keys));
    }
  }

  async save(tx: Tx, caseId: string, application: Application): Promise<void> {
    const { initiators, leaders, ...content } = application;
    await this.saveFiled(tx, caseId, content, { initiators, leaders });
  }

  /** What is filed in any procedure of this lib: the lists of persons apart, encrypted. */
  async saveFiled(
    tx: Tx,
    caseId: string,
    content: object,
    persons: Readonly<Record<string, readonly ApplicationPerson[]>>,
  ): Promise<void> {
    const hashes = Object.values(persons)
      .flat()
      .filter(({ idNumber }) => idNumber !== '')
      .map(({ idKind, idNumber }) => this.persons.hashOf(idKind, idNumber));
    await tx.execute(
      `INSERT INTO registration.application (case_id, content, persons, person_hashes) VALUES ($1, $2, $3, $4)
       ON CONFLICT (case_id) DO UPDATE SET content = excluded.content, persons = excluded.persons, person_hashes = excluded.person_hashes`,
      [caseId, JSON.stringify(content), this.keys.seal(JSON.stringify(persons), purpose(caseId)), [...new Set(hashes)]],
    );
  }

  /** The application as it stands; reads outside a transaction when none is given. */
  async get<Filed = Application>(caseId: string, sql: Sql = this.reads): Promise<Filed> {
    const rows = await sql.rows<ApplicationRow>(
      'SELECT content, persons FROM registration.application WHERE case_id = $1',
      [caseId],
    );
    return this.opened(caseId, rows[0]);
  }

  /** Keeps what was submitted, as it was. @returns the number of the submission. */
  async keepSubmission(
    tx: Tx,
    caseId: string,
    submittedOn: LegalDate,
    violations: readonly Violation[],
  ): Promise<number> {
    const { number } = await tx.row<{ number: number }>(
      `INSERT INTO registration.submission (case_id, number, submitted_on, content, persons, violations)
       SELECT a.case_id, coalesce((SELECT max(number) FROM registration.submission WHERE case_id = $1), 0) + 1, $2, a.content, a.persons, $3
         FROM registration.application a WHERE a.case_id = $1 RETURNING number`,
      [caseId, submittedOn, JSON.stringify(violations.map(({ code, pointer }) => ({ code, pointer })))],
    );
    return number;
  }

  async submission<Filed = Application>(caseId: string, number: number, sql: Sql = this.reads): Promise<Filed> {
    const text = 'SELECT content, persons FROM registration.submission WHERE case_id = $1 AND number = $2';
    const rows = await sql.rows<ApplicationRow>(text, [caseId, number]);
    return this.opened(caseId, rows[0]);
  }

  /** The application as it was last filed. */
  async lastSubmission<Filed = Application>(caseId: string, sql: Sql = this.reads): Promise<Filed> {
    const text = 'SELECT content, persons FROM registration.submission WHERE case_id = $1 ORDER BY number DESC LIMIT 1';
    return this.opened(caseId, (await sql.rows<ApplicationRow>(text, [caseId]))[0]);
  }

  private opened<Filed>(caseId: string, { content, persons }: ApplicationRow): Filed {
    return { ...content, ...(JSON.parse(this.keys.open(persons, purpose(caseId))) as object) } as Filed;
  }
}

function purpose(caseId: string): string {
  return `registration.application.persons:${caseId}`;
}
