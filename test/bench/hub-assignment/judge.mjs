import { parse } from 'csv-parse/sync';
import { readFileSync } from 'node:fs';

/** The day whose vocabulary is judged. */
const DAY = '2026-11-24';

/**
 * Holds an engine against labelled organizations.
 * @param {string} file @param {(organization: object, on: string) => { proposals: { hub: string }[] }} proposeHubs
 * @returns {{ n: number, misleadingShare: number | null, top1: number, top3: number, confusions: string[] }} `confusions`: what was
 *   taken for what
 */
export function judge(file, proposeHubs) {
  const rows = parse(readFileSync(file), { columns: true });
  const judged = rows.map(({ hub, name, scope, kind, formerSupervisor }) => {
    const { proposals } = proposeHubs({ name, scope, kind, formerSupervisor }, DAY);
    return { name, hub, codes: proposals.map((proposal) => proposal.hub) };
  });
  const share = (count) => Math.round((count / rows.length) * 1_000) / 1_000;
  return {
    n: rows.length,
    // A set that does not say which rows mislead has no share of them.
    misleadingShare:
      'misleading' in rows[0] ? share(rows.filter(({ misleading }) => misleading === 'yes').length) : null,
    top1: share(judged.filter(({ hub, codes }) => codes[0] === hub).length),
    top3: share(judged.filter(({ hub, codes }) => codes.includes(hub)).length),
    confusions: judged
      .filter(({ hub, codes }) => codes[0] !== hub)
      .map(({ hub, codes, name }) => `${hub} -> ${codes.join(', ')}: ${name}`),
  };
}
