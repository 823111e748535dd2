/** Whatever gives rows for SQL: a transaction, or the database outside of one. */
export interface Sql {
  rows<Row>(sql: string, parameters?: unknown[]): Promise<Row[]>;
}
