export { ESTABLISHMENT } from './domain/establishment.workflow.js';
export * from './registration.module.js';
