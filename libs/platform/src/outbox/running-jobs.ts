/** Names the advisory locks of jobs among all others; the bytes of `jobs`. */
const CLASS = 0x6a6f6273;

/** SQL that lets others see, until the transaction ends, that the job is being carried out: nobody sees a row lock. */
export function markRunning(id: string): string {
  return `pg_advisory_xact_lock_shared(${CLASS}, (${id} % 2147483647)::integer)`;
}

/** SQL that is true of a job that is being carried out now, on whatever machine. */
export function isRunning(id: string): string {
  return `(${id} % 2147483647)::integer IN (
    SELECT l.objid::bigint::integer FROM pg_locks l
     WHERE l.locktype = 'advisory' AND l.classid = ${CLASS}
       AND l.database = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database()))`;
}
