export * from './disclosure.module.js';
export { mayReadFile } from './domain/file.policy.js';
