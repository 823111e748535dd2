const needs = (what, variable) => (process.env[variable] ? `|${what}-spec|${what}-drill-spec` : '');

/** Unit specs lie beside the code; everything that needs the database lies in test/. */
export default {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  roots: ['<rootDir>/apps', '<rootDir>/libs', '<rootDir>/test'],
  // Those that need a Redis, or programs of PostgreSQL, run where they are; `npm test` says so where they are not.
  testRegex: `\\.(spec|e2e-spec|drill-spec${needs('redis', 'TEST_REDIS_URL')}${needs('postgres', 'TEST_POSTGRES_PROGRAMS')})\\.ts$`,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
          target: 'es2022',
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^@app/([^/]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  globalSetup: '<rootDir>/test/support/global-setup.mjs',
  globalTeardown: '<rootDir>/test/support/global-teardown.mjs',
  testTimeout: 30_000,
  workerIdleMemoryLimit: '512MB',
};
