const { RANKS, closedTo, TEST_CODE } = require('./test/architecture/ranks.cjs');

/**
 * The walls of the house, as far as imports show them; `npm run arch` adds what only the text shows
 * (test/architecture/source-rules.mjs). Type imports count like any other.
 */
const walls = [];

/** @param {string} name @param {string} comment why @param {object} from @param {object} to */
function forbid(name, comment, from, to) {
  walls.push({ name, comment, severity: 'error', from, to });
}

/** @param {string} folder of any lib */
const inLayer = (folder) => `^libs/[^/]+/src/${folder}/`;

for (const lib of Object.keys(RANKS)) {
  forbid(
    `rank-${lib}`,
    `${lib} has rank ${RANKS[lib]} and imports only lower ranks; libs of one rank meet in the register`,
    { path: `^libs/${lib}/` },
    { path: `^libs/(${closedTo(lib).join('|')})/` },
  );
}

forbid(
  'front-door',
  'a lib is entered by its index.ts alone: import @app/<lib>',
  { path: '^libs/([^/]+)/' },
  { path: '^libs/[^/]+/(?!src/index[.]ts$)', pathNot: '^libs/$1/' },
);
forbid(
  'front-door-by-name',
  'another lib is named @app/<lib>, not reached by a relative path',
  { path: '^libs/([^/]+)/' },
  { path: '^libs/', pathNot: '^libs/$1/', dependencyTypesNot: ['aliased'] },
);
forbid(
  'no-own-front-door',
  'within a lib imports are relative: its own index.ts is for others',
  { path: '^libs/([^/]+)/src/(?!index[.]ts$)' },
  { path: '^libs/$1/src/index[.]ts$' },
);
forbid(
  'apps-use-the-front-door',
  'apps put libs together by their index.ts; what is behind it is no business of theirs',
  { path: '^apps/' },
  { path: '^libs/[^/]+/(?!src/index[.]ts$)' },
);
forbid(
  'tests-use-the-front-door',
  'tests come in by the index.ts, or use what libs/<lib>/src/testing holds for them',
  { path: '^test/' },
  {
    path: '^libs/[^/]+/(?!src/index[.]ts$)',
    // A use case that only a job calls: a test needs it without waiting a day.
    pathNot: '^libs/[^/]+/src/testing/|^libs/documents/src/application/sweep-documents[.]ts$',
  },
);

forbid(
  'kernel-is-alone',
  'kernel is pure TypeScript: no package and nothing of Node',
  { path: '^libs/kernel/', pathNot: TEST_CODE },
  { pathNot: '^libs/kernel/' },
);
forbid(
  'domain-is-pure',
  'domain/ imports no framework, no database, no file system; of Node only pure functions of crypto and net',
  { path: inLayer('domain'), pathNot: TEST_CODE },
  { pathNot: '^libs/|^(crypto|net)$' },
);
forbid(
  'domain-below-layers',
  'domain/ knows nothing of the other folders of its lib',
  { path: '^libs/([^/]+)/src/domain/', pathNot: TEST_CODE },
  { path: '^libs/$1/src/', pathNot: '^libs/$1/src/domain/' },
);
forbid(
  'domain-takes-no-plumbing',
  'of platform, audit, documents and notices domain/ may know types, never values',
  { path: '^libs/([^/]+)/src/domain/', pathNot: TEST_CODE },
  { path: '^libs/(platform|audit|documents|notices)/', pathNot: '^libs/$1/', dependencyTypesNot: ['type-only'] },
);
forbid(
  'persistence-below-application',
  'persistence/ serves the use cases; it does not call them',
  { path: inLayer('persistence'), pathNot: TEST_CODE },
  { path: inLayer('(application|http|jobs)') },
);
forbid(
  'application-below-http',
  'a use case does not know who calls it: neither http/ nor jobs/',
  { path: inLayer('application'), pathNot: TEST_CODE },
  { path: inLayer('(http|jobs)') },
);
forbid(
  'http-through-application',
  'http/ reaches tables and jobs only through a use case or a query; it may name the type of a row',
  { path: inLayer('http'), pathNot: TEST_CODE },
  { path: inLayer('(persistence|jobs)'), dependencyTypesNot: ['type-only'] },
);
forbid(
  'jobs-call-use-cases',
  'a job calls a use case; it knows neither http/ nor persistence/',
  { path: inLayer('jobs'), pathNot: TEST_CODE },
  { path: inLayer('(persistence|http)') },
);

forbid(
  'migrations-stand-alone',
  'a migration that has landed must not change when the code does: it imports nothing of ours',
  { path: '^migrations/' },
  { path: '^(libs|apps|test)/' },
);
forbid('libs-below-apps', 'libs know neither apps nor migrations', { path: '^libs/' }, { path: '^(apps|migrations)/' });
forbid(
  'apps-apart',
  'an app imports no other app',
  { path: '^apps/([^/]+)/' },
  // The one list of libs that the API and the worker share.
  { path: '^apps/', pathNot: '^apps/($1/|lib-modules[.]ts$)' },
);
forbid(
  'launcher-before-install',
  'the launcher installs the packages and builds the libs: it must load without them',
  { path: '^apps/launcher/' },
  { path: '^(libs|migrations)/' },
);
forbid(
  'no-test-code',
  'what runs in production imports nothing of test/, testing/ or a spec',
  { path: '^(libs|apps|migrations)/', pathNot: TEST_CODE },
  { path: `^test/|${TEST_CODE}` },
);
forbid(
  'no-test-packages',
  'what runs in production needs no package that is installed for development only',
  { path: '^(libs|apps|migrations)/', pathNot: TEST_CODE },
  { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
);
forbid('no-cycles', 'files that need each other in a circle are one file', {}, { circular: true });
forbid('resolvable', 'every import leads somewhere', {}, { couldNotResolve: true });

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: walls,
  options: {
    doNotFollow: { path: 'node_modules' },
    // Without it imports of types alone would go unseen.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'node', 'default'] },
  },
};
