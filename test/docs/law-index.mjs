import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Writes docs/law/index.md from the built program: `node test/docs/law-index.mjs [FILE]`, standard output without FILE.
 * Nothing is registered by hand: every exported row of every `*.table.ts` is found, every edge of every `*.workflow.ts`,
 * and every citation that stands in code without a row.
 *
 * @typedef {{ id: string, value: unknown, citation: Citation, inForceFrom: string, inForceTo?: string, mark: string }} Row
 * @typedef {{ law: string, article: string }} Citation
 * @typedef {{ citation: Citation, name: string, value: string, inForce: string, mark: string, file: string, tests: string[] }} Line
 */
const ROOT = resolve(import.meta.dirname, '../..');
const INDEX = 'docs/law/index.md';
const MARKS = ['VERIFIED', 'RESTATED', 'MEMORY', 'DESIGN'];

/** What no spec names by its id, with the specs that exercise it all the same: they compare what the row leads to. */
const EXERCISED_BY = {
  'HUB-CITY-2016': ['test/e2e/hub/the-city-hubs-are-public.e2e-spec.ts'],
};
const MATTER_WALKERS = [
  'libs/registration/src/domain/matters/matter.workflows.spec.ts',
  'test/e2e/matters/the-matrices-of-matters.e2e-spec.ts',
];
const HUB_WALKERS = [
  'libs/hub/src/domain/hub.workflows.spec.ts',
  'test/e2e/hub/the-matrices-of-hub-governance.e2e-spec.ts',
];
const FILING_WALKERS = [
  'libs/filing/src/domain/filing.workflows.spec.ts',
  'test/e2e/filing/the-matrices-of-filing.e2e-spec.ts',
];
/** The specs that walk the whole table of a procedure. */
const WALKED_BY = {
  establishment: [
    'libs/registration/src/domain/establishment.workflow.spec.ts',
    'test/e2e/registration/the-workflow-matrix.e2e-spec.ts',
  ],
  permission: MATTER_WALKERS,
  recording: MATTER_WALKERS,
  'ex-officio': MATTER_WALKERS,
  'hub-recognition': HUB_WALKERS,
  'hub-measure': HUB_WALKERS,
  filing: FILING_WALKERS,
  'filing-by-hub': FILING_WALKERS,
  'intake-batch': [
    'libs/intake/src/domain/intake.spec.ts',
    'test/e2e/intake/a-table-of-groups-is-taken-in.e2e-spec.ts',
  ],
  'hub-proposal': [
    'libs/hub/src/domain/hub.workflows.spec.ts',
    'test/e2e/hub/an-organization-finds-its-hub.e2e-spec.ts',
  ],
  'hub-membership': ['libs/hub/src/domain/hub.workflows.spec.ts', 'test/e2e/hub/a-hub-serves-its-members.e2e-spec.ts'],
  'hub-service-request': [
    'libs/hub/src/domain/hub.workflows.spec.ts',
    'test/e2e/hub/a-hub-serves-its-members.e2e-spec.ts',
  ],
  'hub-work-report': [
    'libs/hub/src/domain/hub.workflows.spec.ts',
    'test/e2e/hub/a-work-report-is-accepted.e2e-spec.ts',
  ],
  'role-grant': ['test/e2e/access/role-grants.e2e-spec.ts'],
  'password-reset': ['test/e2e/access/password-resets.e2e-spec.ts'],
  'agent-claim': ['test/e2e/access/agent-claims.e2e-spec.ts'],
};
/** Walks ESTABLISHMENT_ROWS: each is broken by an application of its own, or shown to be applied in another way. */
const ROWS_SPEC = 'libs/registration/src/domain/establishment.table.spec.ts';
/** Walks every row of the tables of the matters in the same way. */
const MATTER_TABLES = 'libs/registration/src/domain/matters/';
const MATTER_ROWS_SPEC = `${MATTER_TABLES}matter.rows.spec.ts`;

const sources = filesBelow('libs').filter((path) => path.endsWith('.ts'));
const program = sources.filter((path) => !/\.spec\.ts$|\/testing\//.test(path));
/** Those of this folder look at the documents, not at the rules. */
const specs = [...sources, ...filesBelow('test')].filter((path) =>
  /^(?!test\/docs\/).*\.(spec|e2e-spec)\.ts$/.test(path),
);
const helpers = sources.filter((path) => path.includes('/testing/'));
const texts = new Map([...sources, ...specs].map((path) => [path, readFileSync(join(ROOT, path), 'utf8')]));

const modules = new Map();
for (const path of program.filter((name) => /\.(table|workflow)\.ts$/.test(name))) {
  const built = pathToFileURL(join(ROOT, 'dist', path.replace(/\.ts$/, '.js'))).href;
  modules.set(path, await import(built));
}

const walked = new Set(rowsIn(modules.get('libs/registration/src/domain/establishment.table.ts').ESTABLISHMENT_ROWS));
const rows = [...rowFiles()].map(([row, file]) => lineOf(row, file)).sort(byId);
const edges = [...modules].flatMap(([file, exported]) => edgeLines(file, exported));
const bare = program.flatMap(bareCitations);
const untested = [...rows, ...edges].filter(({ tests }) => tests.length === 0).map(({ name }) => name);

const text = document();
const file = process.argv[2];
if (file) writeFileSync(resolve(ROOT, file), text);
else process.stdout.write(text);
if (untested.length > 0) {
  process.stderr.write(`without any test: ${untested.join(', ')}\n`);
  process.exitCode = 1;
}

/** @returns {Map<Row, string>} each row with the table that writes it down, not one that only gathers others */
function rowFiles() {
  const files = new Map();
  for (const [path, exported] of modules) {
    for (const row of Object.values(exported).flatMap(rowsIn)) {
      if (!files.has(row) || writes(path, row.id)) files.set(row, path);
    }
  }
  return files;
}

/** The rows of a charter are numbered by a loop: SG-14-1 comes of the prefix SG-14. */
function writes(path, id) {
  return [id, id.replace(/-\d+$/, '')].some((name) => texts.get(path).includes(`'${name}'`));
}

/** @param {unknown} value @returns {Row[]} the rows in a row, a list of rows or a table of them, however deep */
function rowsIn(value) {
  if (typeof value !== 'object' || value === null) return [];
  if (isRow(value)) return [/** @type {Row} */ (value)];
  return Object.values(value).flatMap(rowsIn);
}

function isRow({ id, citation, inForceFrom, mark }) {
  return typeof id === 'string' && typeof inForceFrom === 'string' && MARKS.includes(mark) && Boolean(citation?.law);
}

/** @param {Row} row @param {string} path @returns {Line} */
function lineOf(row, path) {
  const { id, value, citation, inForceFrom, inForceTo, mark } = row;
  const inForce = `${inForceFrom} – ${inForceTo ?? ''}`.trim();
  return { citation, name: id, value: short(value), inForce, mark, file: path, tests: testsOf(row, path) };
}

/** @param {Row} row @param {string} path @returns {string[]} the specs that name the row, themselves or through a helper of theirs */
function testsOf(row, path) {
  const named = (/** @type {string} */ spec) => new RegExp(`['"]${row.id}['"]`).test(texts.get(spec) ?? '');
  const through = helpers.filter(named).map((path) => basename(path, '.ts'));
  const imports = (/** @type {string} */ path) =>
    through.some((helper) => texts.get(path)?.includes(`testing/${helper}.js'`));
  const found = specs.filter((path) => named(path) || imports(path));
  return [
    ...new Set([
      ...(walked.has(row) ? [ROWS_SPEC] : []),
      ...(path.startsWith(MATTER_TABLES) ? [MATTER_ROWS_SPEC] : []),
      ...found,
      ...(EXERCISED_BY[row.id] ?? []),
    ]),
  ];
}

/** @returns {Line[]} the edges of the workflow tables that a module exports */
function edgeLines(path, exported) {
  return Object.values(exported)
    .filter((value) => value?.states && value.initial)
    .flatMap(({ name, states }) =>
      Object.entries(states).flatMap(([state, { on }]) =>
        Object.entries(on).map(([action, { to, by, citation }]) => ({
          citation,
          name: `${name}: ${state} ${action}`,
          value: `→ ${to} (${by.join(', ')})`,
          inForce: '',
          mark: '',
          file: path,
          tests: WALKED_BY[name] ?? [],
        })),
      ),
    );
}

/** @returns {{ citation: Citation, file: string }[]} what use cases cite by themselves, without a row */
function bareCitations(path) {
  if (/\.(table|workflow)\.ts$|law-sources\.ts$/.test(path)) return [];
  const found = [...texts.get(path).matchAll(/\bcite\(\s*'([^']+)',\s*'([^']+)',?\s*\)/g)];
  return found.map(([, law, article]) => ({ citation: { law, article }, file: path }));
}

function document() {
  const laws = [...new Set([...rows, ...edges, ...bare].map(({ citation }) => citation.law))].sort();
  const counted = MARKS.map((mark) => `${rows.filter((row) => row.mark === mark).length} ${mark}`).join(', ');
  return [
    '# 法条索引 Index of the law',
    '',
    `Generated by \`npm run docs\`; a test fails when it is stale. ${rows.length} rows of law (${counted})`,
    `and ${edges.length} steps of procedures: from an article to the row that puts it into force, the file that holds the`,
    'row, and the tests that exercise it. Marks: VERIFIED the text itself was read; RESTATED a guide, a news item or a',
    'local rule restates it; MEMORY not checked; DESIGN our own choice where the law is silent. How far each law was',
    'read, and in which version, stands in `libs/registration/src/domain/law-sources.ts`.',
    '',
    '## 待律师核对 To be checked by a lawyer',
    '',
    ...['MEMORY', 'DESIGN'].flatMap(markSection),
    ...laws.flatMap(lawSection),
    '## 代码中直接引用的条文 Cited in code without a row',
    '',
    'Grounds of decisions, refusals and records; no number hangs on them.',
    '',
    ...table(
      ['law', 'article', 'file'],
      bare.map(({ citation, file: path }) => [citation.law, citation.article, link(path)]),
    ),
  ].join('\n');
}

function markSection(mark) {
  const marked = rows.filter((row) => row.mark === mark);
  const cells = marked.map(({ citation, name, value, file: path }) => [
    name,
    value,
    `${citation.law} ${citation.article}`,
    link(path),
  ]);
  return [`### ${mark} (${marked.length})`, '', ...table(['row', 'value', 'cites', 'file'], cells)];
}

function lawSection(law) {
  const lines = [...rows, ...edges].filter(({ citation }) => citation.law === law);
  if (lines.length === 0) return [];
  const sorted = lines.sort((a, b) => articleNumber(a) - articleNumber(b));
  const cells = sorted.map(({ citation, name, value, inForce, mark, file: path, tests }) => [
    citation.article,
    name,
    value,
    inForce,
    mark,
    link(path),
    tests.map(link).join(' '),
  ]);
  return [`## ${law}`, '', ...table(['article', 'row or step', 'value', 'in force', 'mark', 'file', 'tests'], cells)];
}

function table(head, lines) {
  const line = (/** @type {string[]} */ cells) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...lines.map(line), ''];
}

/** What Markdown would take for its own. */
function escaped(cell) {
  return cell.replace(/[\\|*<>]/g, '\\$&');
}

function link(path) {
  return `[${basename(path)}](${relative(resolve(ROOT, INDEX, '..'), join(ROOT, path)).replaceAll('\\', '/')})`;
}

/** A value in at most sixty characters: what it fixes, not every word of it. */
function short(value) {
  const plain = flat(value);
  return plain.length > 60 ? `${plain.slice(0, 59)}…` : plain;
}

/** @param {unknown} value @returns {string} */
function flat(value) {
  if (value === null || value === undefined) return '';
  if (value instanceof RegExp) return value.source;
  if (Array.isArray(value)) return value.map(flat).join(', ');
  if (typeof value !== 'object') return String(value);
  const parts = Object.entries(value).filter(([key]) => key !== 'en');
  return parts.map(([key, part]) => (key === 'zh' ? flat(part) : `${key}: ${flat(part)}`)).join(', ');
}

function byId(a, b) {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}

/** 第三十二条第一款 -> 32; what has no number comes last. */
function articleNumber({ citation }) {
  const numeral = /第([一二三四五六七八九十百]+)条/.exec(citation.article)?.[1];
  if (!numeral) return 1_000;
  const digit = (/** @type {string | undefined} */ character) => '一二三四五六七八九'.indexOf(character ?? ' ') + 1;
  const [, hundreds, , tens, ones] = /^(?:(.)(百))?零?(?:(.?)十)?(.?)$/.exec(numeral) ?? [];
  return digit(hundreds) * 100 + (numeral.includes('十') ? digit(tens) || 1 : 0) * 10 + digit(ones);
}

function filesBelow(folder) {
  const from = join(ROOT, folder);
  if (!existsSync(from)) return [];
  return readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort();
}
