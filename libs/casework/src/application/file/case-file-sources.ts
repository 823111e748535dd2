import { Injectable } from '@nestjs/common';
import type { Sql } from '@app/platform';
import type { CaseRecord } from '../../domain/case.js';
import type { CasePart } from '../../domain/file/part.js';

/**
 * What a procedure has to add to the file of a case: one part for each fact, none of which is ever changed. It reads
 * through the `Sql` that it is given, so that the whole file is of one moment.
 */
export type CaseFileSource = (sql: Sql, record: CaseRecord) => Promise<readonly CasePart[]>;

/** Casework does not know what is filed and decided: the module that owns a procedure brings it here. */
@Injectable()
export class CaseFileSources {
  private readonly sources = new Map<string, CaseFileSource>();

  register(procedure: string, source: CaseFileSource): void {
    this.sources.set(procedure, source);
  }

  async read(sql: Sql, record: CaseRecord): Promise<readonly CasePart[]> {
    return (await this.sources.get(record.procedure)?.(sql, record)) ?? [];
  }
}
