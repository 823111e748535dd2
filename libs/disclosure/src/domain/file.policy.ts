import { holds, type Holder, type Role } from '@app/access';

/** Who reads the files of organizations at all. */
export const FILE_READERS = [
  'ACCEPTANCE_OFFICER',
  'REVIEW_OFFICER',
  'APPROVAL_OFFICER',
  'ENFORCEMENT_OFFICER',
  'AUDITOR',
] as const satisfies readonly Role[];

/**
 * An officer reads the file of an organization whose registrar his jurisdiction covers; the auditor, whose role has
 * no limit, reads all. For everybody else there is no such file.
 */
export function mayReadFile(reader: Holder, authority: string): boolean {
  return FILE_READERS.some((role) => holds(reader, role, authority));
}
