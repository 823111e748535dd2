export { EX_OFFICIO } from './domain/matters/ex-officio.workflow.js';
export { PERMISSION } from './domain/matters/permission.workflow.js';
export { RECORDING } from './domain/matters/recording.workflow.js';
export { ESTABLISHMENT } from './domain/establishment.workflow.js';
export * from './registration.module.js';
export { SERVICE_INSTITUTION_CONDITIONS, SOCIAL_GROUP_CONDITIONS } from './domain/conditions.table.js';
