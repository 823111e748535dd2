/** Of the audit trail: somebody read the file of a case, or its index. */
export const READ_FILE_ACTION = 'casework.read-file';
