export * from './hub.module.js';
export * from './seed/seed-city-hubs.js';
