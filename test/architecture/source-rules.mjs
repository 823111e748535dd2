import ts from 'typescript';
import ranks from './ranks.cjs';
import { lineOf, parse, sourceFiles, textOf, walk } from './source-files.mjs';

const { RANKS, LEGAL_TIME_FROM_RANK, TEST_CODE } = ranks;

/** @typedef {{ rule: string, file: string, line?: number, reason: string }} Breach */

const LIB_FILE = /^libs\/([^/]+)\//;
const WRITES =
  /\b(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|TRUNCATE(?:\s+TABLE)?|MERGE\s+INTO)\s+(?:ONLY\s+)?("?[a-z_]+"?\.|\$\{\})/gi;
const DDL =
  /\b(?:CREATE|ALTER|DROP)\s+(?:TABLE|SCHEMA|INDEX|UNIQUE\s+INDEX|TRIGGER|FUNCTION|ROLE)\b|\bGRANT\s+[A-Z, ]+\s+ON\b/;
const SQL_TIME =
  /\b(?:now|clock_timestamp|statement_timestamp|transaction_timestamp|timeofday)\s*\(\s*\)|\bCURRENT_(?:DATE|TIME|TIMESTAMP)\b|\bLOCALTIME(?:STAMP)?\b/i;
const TABLE_NAME = new RegExp(`^(${Object.keys(RANKS).join('|')})[.][a-z_]+$`);
/** Of Node, domain/ may use what gives the same answer every time. */
const PURE_NODE = { 'node:crypto': ['createHash', 'createHmac'], 'node:net': ['isIP', 'isIPv4', 'isIPv6'] };

/**
 * The rules that only the text of the files shows.
 * @param {string} root
 * @returns {Breach[]}
 */
export function sourceBreaches(root) {
  const all = sourceFiles(root, ['libs']);
  const files = all.filter((file) => !new RegExp(TEST_CODE).test(file));
  const sources = new Map(files.map((file) => [file, parse(root, file)]));
  const vocabulary = domainVocabulary(sources);
  /** @type {Breach[]} */
  const breaches = [];
  for (const [file, source] of sources) {
    const lib = LIB_FILE.exec(file)?.[1] ?? '';
    const report = (/** @type {string} */ rule, /** @type {ts.Node} */ node, /** @type {string} */ reason) =>
      breaches.push({ rule, file, line: lineOf(source, node), reason });
    walk(source, (node) => {
      tableRules(lib, node, report);
      if (RANKS[lib] >= LEGAL_TIME_FROM_RANK) timeRules(node, report);
      if (file.includes('/src/domain/')) domainRules(lib, node, vocabulary, report);
    });
  }
  const unranked = new Set(all.map((file) => LIB_FILE.exec(file)?.[1] ?? '').filter((lib) => !(lib in RANKS)));
  for (const lib of unranked) {
    breaches.push({
      rule: 'ranked',
      file: `libs/${lib}`,
      reason: 'a lib without a rank has no walls: give it one in ranks.cjs',
    });
  }
  return breaches;
}

/** One PostgreSQL schema a lib, which nobody else writes. */
function tableRules(lib, node, report) {
  if (isEntityOfForeignSchema(lib, node)) {
    report('own-tables-only', node, `an entity of ${lib} lies in the schema of another lib`);
  }
  const text = textOf(node);
  if (text === undefined) return;
  const named = TABLE_NAME.exec(text)?.[1];
  if (named && named !== lib) report('own-tables-only', node, `${lib} names the table ${text} of ${named}`);
  for (const [statement, target] of text.matchAll(WRITES)) {
    const schema = target.replace(/["."]/g, '');
    if (target === '${}') {
      report('sql-names-its-table', node, `"${statement}": a table put in by a variable could be anybody's`);
    } else if (schema !== lib) {
      report('own-tables-only', node, `${lib} writes into schema ${schema}: ask its lib to`);
    }
  }
  if (DDL.test(text)) report('no-ddl', node, 'only a migration changes the schema');
}

function isEntityOfForeignSchema(lib, node) {
  if (!ts.isPropertyAssignment(node) || node.name.getText() !== 'schema') return false;
  const call = node.parent.parent;
  if (!ts.isCallExpression(call) || call.expression.getText() !== 'Entity') return false;
  return textOf(node.initializer) !== lib;
}

/** Legal time is the injected clock (`tx.today`, `tx.now`): a test sets it, a server's clock nobody should. */
function timeRules(node, report) {
  const text = textOf(node);
  if (text !== undefined && SQL_TIME.test(text)) {
    report('legal-time', node, 'SQL must not ask the server what time it is: pass tx.today or tx.now');
  }
  const systemClock =
    (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) ||
    (ts.isPropertyAccessExpression(node) && node.getText() === 'Date.now');
  if (systemClock) report('legal-time', node, 'legal time is the injected Clock, not that of the machine');
}

/** domain/ computes from what it is given, and from other libs takes words, not machinery. */
function domainRules(lib, node, vocabulary, report) {
  if (ts.isPropertyAccessExpression(node) && node.expression.getText() === 'process') {
    report('domain-is-pure', node, 'a rule does not depend on the process it runs in');
  }
  if (ts.isPropertyAccessExpression(node) && node.getText() === 'Math.random') {
    report('domain-is-pure', node, 'a rule gives the same answer every time');
  }
  if (!ts.isImportDeclaration(node)) return;
  const from = /** @type {string} */ (textOf(node.moduleSpecifier));
  const pure = PURE_NODE[from];
  const foreign = /^@app\/(.+)$/.exec(from)?.[1];
  if (!pure && (!foreign || foreign === 'kernel')) return;
  const allowed = new Set(pure ?? vocabulary.get(foreign));
  for (const name of importedValues(node)) {
    if (!allowed.has(name)) {
      report(
        'domain-takes-vocabulary',
        node,
        `${name} of ${from} is no pure word: domain/ takes only what that domain/ declares`,
      );
    }
  }
}

/** @param {ts.ImportDeclaration} node @returns {string[]} names imported as values; `*` for all */
function importedValues({ importClause: clause }) {
  if (!clause) return ['*'];
  if (clause.isTypeOnly) return [];
  const bindings = clause.namedBindings;
  const named =
    bindings && ts.isNamedImports(bindings) ? bindings.elements.filter(({ isTypeOnly }) => !isTypeOnly) : [];
  return [
    ...(clause.name ? ['default'] : []),
    ...(bindings && ts.isNamespaceImport(bindings) ? ['*'] : []),
    ...named.map(({ name, propertyName }) => (propertyName ?? name).text),
  ];
}

/** @param {Map<string, ts.SourceFile>} sources @returns {Map<string, string[]>} lib -> names its domain/ exports */
function domainVocabulary(sources) {
  const vocabulary = new Map(Object.keys(RANKS).map((lib) => [lib, /** @type {string[]} */ ([])]));
  for (const [file, source] of sources) {
    const lib = /^libs\/([^/]+)\/src\/domain\//.exec(file)?.[1];
    if (lib) vocabulary.get(lib)?.push(...exportedNames(source));
  }
  return vocabulary;
}

/** @param {ts.SourceFile} source @returns {string[]} */
function exportedNames(source) {
  return source.statements.flatMap((statement) => {
    const exported =
      ts.canHaveModifiers(statement) &&
      ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
    if (!exported) return [];
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText());
    return 'name' in statement && statement.name ? [statement.name.getText()] : [];
  });
}
