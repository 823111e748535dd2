import type { Sql, Tx } from '@app/platform';
import type { SealedPart } from '../domain/file/case-file.js';

/** What the file of a case held when the case ended. */
export interface FileSeal {
  readonly indexHash: string;
  readonly parts: readonly SealedPart[];
  readonly sealedAt: Date;
}

export async function findSeal(sql: Sql, caseId: string): Promise<FileSeal | undefined> {
  const rows = await sql.rows<FileSeal>(
    'SELECT index_hash AS "indexHash", parts, sealed_at AS "sealedAt" FROM casework.file_seal WHERE case_id = $1',
    [caseId],
  );
  return rows.at(0);
}

export async function insertSeal(
  tx: Tx,
  caseId: string,
  { indexHash, parts }: Omit<FileSeal, 'sealedAt'>,
): Promise<void> {
  await tx.execute('INSERT INTO casework.file_seal (case_id, index_hash, parts, sealed_at) VALUES ($1, $2, $3, $4)', [
    caseId,
    indexHash,
    JSON.stringify(parts),
    tx.now,
  ]);
}
