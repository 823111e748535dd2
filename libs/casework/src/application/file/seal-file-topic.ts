/** Of the outbox: a case has ended, and its file is to be sealed. */
export const SEAL_FILE_TOPIC = 'casework.seal-file';
