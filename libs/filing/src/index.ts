export * from './domain/filing.policy.js';
export * from './domain/filing.workflow.js';
export * from './domain/promotion.table.js';
export * from './filing.module.js';
