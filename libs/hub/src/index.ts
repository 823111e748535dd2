export * from './hub.module.js';
export * from './seed/seed-city-hubs.js';
export * from './domain/assignment/hub-proposal.js';
export * from './domain/assignment/propose-hubs.js';
export * from './domain/governance/measure.workflow.js';
export * from './domain/governance/recognition.workflow.js';
export * from './domain/hub.policy.js';
