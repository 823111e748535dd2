import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Refusal, type Bilingual } from '@app/kernel';
import { Clock, SYSTEM, UnitOfWork, type Tx } from '@app/platform';
import {
  IMPORT_GROUND,
  judgeImportRow,
  type ImportedOrganization,
  type ImportRemark,
  type ImportRow,
} from '../domain/import.rules.js';
import { ORGANIZATION_PUBLICATION, type OrganizationState } from '../domain/organization.js';
import { Persons } from './persons.js';
import { Register } from './register.js';

export interface ImportedRow {
  /** Its first line in the file, the header being line 1. */
  readonly line: number;
  readonly defects: readonly ImportRemark[];
  readonly warnings: readonly ImportRemark[];
}

/** A row of the file by its first line: its values, or why it is no row. */
export type FileRow =
  | {
      readonly line: number;
      readonly row: ImportRow;
      /** What the reader changed in a cell. */
      readonly notes?: readonly ImportRemark[];
    }
  | { readonly line: number; readonly broken: Bilingual };

const UNIQUE_VIOLATION = '23505';
/** SQLSTATEs that speak of what one row holds; any other (no connection, no right, a full disk) would befall every row. */
const OF_THE_ROW = /^(22|23|54|P0)/;

const TAKEN: ImportRemark = {
  column: 'creditCode',
  code: 'CODE_TAKEN',
  message: {
    zh: '登记簿中已有此代码（或其主体标识码）',
    en: 'The register has this code (or its organization code) already',
  },
};

const repeated = (line: number): ImportRemark => ({
  column: 'creditCode',
  code: 'CODE_REPEATED',
  message: {
    zh: `文件内第${line}行已有此代码（或其主体标识码）`,
    en: `Line ${line} of the file has this code (or its organization code) already`,
  },
});

const rowDefect = (code: string, message: Bilingual): ImportRemark => ({ code, message });

/**
 * Takes organizations over from another register, row by row, each whole or not at all. A dry run
 * judges by the same rules and against the same register, and writes nothing.
 */
@Injectable()
export class ImportOrganizations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dataSource: DataSource,
    private readonly register: Register,
    private readonly persons: Persons,
    private readonly clock: Clock,
  ) {}

  /** Judges (and with `commit` imports) rows as they come; yields each with what was found. */
  async *execute(rows: AsyncIterable<FileRow>, commit: boolean): AsyncGenerator<ImportedRow> {
    const divisions = await this.divisions();
    const lines = new Map<string, number>();
    for await (const fileRow of rows) {
      const { line } = fileRow;
      if ('broken' in fileRow) {
        yield { line, defects: [rowDefect('NOT_A_ROW', fileRow.broken)], warnings: [] };
        continue;
      }
      const { organization, defects, warnings: oddities } = judgeImportRow(fileRow.row, divisions, this.clock.today());
      const warnings = [...(fileRow.notes ?? []), ...oddities];
      if (!organization) {
        yield { line, defects, warnings };
        continue;
      }
      const remarks = [...warnings, ...(await this.sameRepresentative(organization))];
      const body = organization.creditCode.slice(8, 17);
      const earlier = lines.get(body);
      const refusal = earlier === undefined ? await this.take(organization, body, commit) : repeated(earlier);
      if (!refusal) lines.set(body, line);
      yield { line, defects: refusal ? [refusal] : [], warnings: remarks };
    }
  }

  /** @returns why it was not (would not be) taken; then nothing was written. */
  private async take(
    organization: ImportedOrganization,
    body: string,
    commit: boolean,
  ): Promise<ImportRemark | undefined> {
    if (!commit) return (await this.isTaken(body)) ? TAKEN : undefined;
    try {
      await this.unitOfWork.run(SYSTEM, (tx) => this.append(tx, organization));
      return undefined;
    } catch (error) {
      if (error instanceof Refusal) return rowDefect('REFUSED', error.text);
      const state = String((error as { code?: unknown }).code);
      if (state === UNIQUE_VIOLATION) return TAKEN;
      if (!OF_THE_ROW.test(state)) throw error;
      return rowDefect('NOT_STORED', {
        zh: `数据库不接受此行（SQLSTATE ${state}）`,
        en: `The database does not take this row (SQLSTATE ${state})`,
      });
    }
  }

  private async append(tx: Tx, organization: ImportedOrganization): Promise<void> {
    const { legalRepresentative, ...items } = organization;
    const state: OrganizationState = {
      ...items,
      standing: 'REGISTERED',
      legalRepresentative: legalRepresentative
        ? await this.persons.record(tx, { name: legalRepresentative })
        : undefined,
    };
    const subjectId = await this.register.open(tx, 'ORGANIZATION');
    await this.register.append(tx, subjectId, {
      kind: 'IMPORTED',
      legalDate: organization.foundedOn,
      citation: IMPORT_GROUND,
      set: { ...state },
      publication: ORGANIZATION_PUBLICATION,
    });
  }

  /** Who represents one 社会团体 may not represent another; a name alone tells nobody's identity, so it only warns. */
  private async sameRepresentative({
    kind,
    status,
    legalRepresentative,
  }: ImportedOrganization): Promise<ImportRemark[]> {
    if (kind !== 'SOCIAL_GROUP' || status !== 'ACTIVE' || !legalRepresentative) return [];
    const rows: { name: string; code: string }[] = await this.dataSource.query(
      `SELECT o.name, o.credit_code AS code FROM register.person p JOIN register.organization o ON o.legal_representative = p.id
        WHERE p.name = $1 AND o.kind = 'SOCIAL_GROUP' AND o.status IN ('ACTIVE', 'SUSPENDED', 'LIQUIDATING') LIMIT 3`,
      [legalRepresentative],
    );
    return rows.map(({ name, code }) => ({
      column: 'legalRepresentative',
      code: 'SAME_NAME_REPRESENTS',
      message: {
        zh: `与${name}（${code}）的法定代表人同名，请核实是否同一人（社会团体登记管理条例第十二条第三款）`,
        en: `The legal representative of ${name} (${code}) bears the same name: find out whether it is the same person`,
      },
    }));
  }

  private async isTaken(body: string): Promise<boolean> {
    const [{ taken }]: { taken: boolean }[] = await this.dataSource.query(
      'SELECT EXISTS (SELECT 1 FROM register.organization WHERE substr(credit_code, 9, 9) = $1) AS taken',
      [body],
    );
    return taken;
  }

  private async divisions(): Promise<ReadonlySet<string>> {
    const rows: { code: string }[] = await this.dataSource.query('SELECT code FROM register.division');
    return new Set(rows.map(({ code }) => code));
  }
}
