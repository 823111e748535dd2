import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Page } from '../http/paging.js';
import { readPage, type PageSource, type PageWindow } from './keyset-page.js';
import type { Sql } from './sql.js';

/** Reads outside of any transaction. Inside of one read through its `tx`: a second connection may not be had. */
@Injectable()
export class Reads implements Sql {
  constructor(private readonly dataSource: DataSource) {}

  rows<Row>(sql: string, parameters: unknown[] = []): Promise<Row[]> {
    return this.dataSource.query(sql, parameters);
  }

  /** One page of a list, by keyset. 400 for a cursor that is not one of this list. */
  page<Row>(source: PageSource, window: PageWindow): Promise<Page<Row>> {
    return readPage(this, source, window);
  }

  /** Reads everything in `work` as it stood at one moment, whoever writes meanwhile. */
  snapshot<T>(work: (sql: Sql) => Promise<T>): Promise<T> {
    return this.dataSource.transaction('REPEATABLE READ', (manager) =>
      work({ rows: (sql, parameters = []) => manager.query(sql, parameters) }),
    );
  }
}
