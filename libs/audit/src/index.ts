export * from './audit.js';
export * from './audit.module.js';
export * from './audit.queries.js';
export * from './seals/seal.js';
export * from './seals/seal-logs.js';
export * from './seals/seal.queries.js';
export * from './seals/sealed-logs.js';
export * from './seals/verify-seals.js';
