export * from './hub.module.js';
export * from './seed/seed-city-hubs.js';
export * from './domain/assignment/propose-hubs.js';
