import { check } from 'recheck';
import { resolve } from 'node:path';
import ts from 'typescript';
import { lineOf, parse, sourceFiles, walk } from './source-files.mjs';

/**
 * Can any regular expression of ours be made to search for ages? `node regular-expressions.mjs [ROOT]`
 * asks the checker of each literal and each `new RegExp('…')` in libs and apps, and names those whose
 * work grows faster than the text, with a text that shows it. One put together while the program
 * runs cannot be read here, and is named too unless it stands in PUT_TOGETHER.
 *
 * @typedef {{ file: string, line: number, source: string, flags: string }} Expression
 */
const root = resolve(process.argv[2] ?? resolve(import.meta.dirname, '../..'));

/** Files that put expressions together, and why those are safe. */
const PUT_TOGETHER = {
  'libs/registration/src/domain/name/name-terms.rules.ts': 'a class of characters from a row of law: one a match',
};

/** @type {Expression[]} */
const expressions = [];
/** @type {string[]} */
const breaches = [];
for (const file of sourceFiles(root, ['libs', 'apps'])) {
  const source = parse(root, file);
  walk(source, (node) => {
    const line = lineOf(source, node);
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      expressions.push({ file, line, source: node.text.slice(1, end), flags: node.text.slice(end + 1) });
    } else if ((ts.isNewExpression(node) || ts.isCallExpression(node)) && node.expression.getText() === 'RegExp') {
      const [pattern, flags] = node.arguments ?? [];
      if (pattern && ts.isRegularExpressionLiteral(pattern)) return;
      if (pattern && ts.isStringLiteralLike(pattern) && (!flags || ts.isStringLiteralLike(flags))) {
        expressions.push({ file, line, source: pattern.text, flags: flags?.text ?? '' });
      } else if (!(file in PUT_TOGETHER)) {
        breaches.push(`${file}:${line}: put together at run time: nobody can tell how long it searches`);
      }
    }
  });
}

const verdicts = new Map();
for (const { source, flags } of expressions) {
  const key = `/${source}/${flags}`;
  if (!verdicts.has(key)) verdicts.set(key, await check(source, flags, { timeout: 30_000 }));
}
for (const { file, line, source, flags } of expressions) {
  const { status, complexity, attack, error } = verdicts.get(`/${source}/${flags}`);
  if (status === 'safe') continue;
  const why = status === 'vulnerable' ? `${complexity.summary}, for example ${attack.pattern}` : error.kind;
  breaches.push(`${file}:${line}: /${source}/${flags} is ${status}: ${why}`);
}
for (const breach of breaches) console.log(breach);
console.log(`${expressions.length} regular expressions, ${verdicts.size} different: ${breaches.length} breach(es)`);
process.exitCode = breaches.length === 0 && expressions.length > 0 ? 0 : 1;
