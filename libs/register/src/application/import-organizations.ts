import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
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
  /** Line of the file, the header being line 1. */
  readonly line: number;
  readonly defects: readonly ImportRemark[];
  readonly warnings: readonly ImportRemark[];
}

const UNIQUE_VIOLATION = '23505';
const TAKEN: ImportRemark = {
  column: 'creditCode',
  code: 'CODE_TAKEN',
  message: {
    zh: '登记簿中已有此代码（或其主体标识码）',
    en: 'The register has this code (or its organization code) already',
  },
};

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
  async *execute(rows: AsyncIterable<{ line: number; row: ImportRow }>, commit: boolean): AsyncGenerator<ImportedRow> {
    const divisions = await this.divisions();
    const bodies = new Set<string>();
    for await (const { line, row } of rows) {
      const { organization, defects, warnings } = judgeImportRow(row, divisions, this.clock.today());
      if (!organization) {
        yield { line, defects, warnings };
        continue;
      }
      const body = organization.creditCode.slice(8, 17);
      const taken = bodies.has(body) || (commit ? !(await this.import(organization)) : await this.isTaken(body));
      bodies.add(body);
      yield { line, defects: taken ? [TAKEN] : [], warnings };
    }
  }

  /** @returns false when the register has the code already; then nothing was written. */
  private async import(organization: ImportedOrganization): Promise<boolean> {
    try {
      await this.unitOfWork.run(SYSTEM, (tx) => this.append(tx, organization));
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === UNIQUE_VIOLATION) return false;
      throw error;
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
