export * from './disclosure.module.js';
