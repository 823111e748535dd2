import { rowInForce, type LegalDate, type RuleRow } from '@app/kernel';
import type { HubVocabulary } from './hub-vocabulary.js';
import { FALLBACK_HUBS, HUB_VOCABULARY } from './hub-vocabulary.table.js';
import type { HubProposal, HubReason, ProposedFor } from './hub-proposal.js';
import { placedInTree, type HubTree } from './placed-in-tree.js';
import { SAID_BY_MANY } from './said-by-many.js';
import { indexed, type VocabularyIndex } from './vocabulary-index.js';
import { wordsIn, type FoundWord } from './words-in.js';

export interface HubProposals {
  /** The version of the vocabulary: the same one gives the same proposals at any later time. */
  readonly vocabulary: string;
  /** Three, the best first. Where too few words speak for any, those that take in what belongs nowhere follow. */
  readonly proposals: readonly HubProposal[];
}

const SHOWN = 3;
/** In a Chinese name what comes later is what the body is; what comes before says which (北京建筑法学研究会). */
const HEAD_BONUS = 0.35;
/** A name says in one word what a body is. Of the words it has for a hub each further one says this much of the last. */
const FURTHER_IN_NAME = 0.3;
/** The scope says it at length, so here further words say more, yet many of them no more than two and a half. */
const FURTHER_IN_SCOPE = 0.6;
/** How much of its weight a word keeps in a scope when most scopes have it. */
const SHARE_OF_SAID_BY_MANY = 0.4;

/**
 * The three hubs whose field an organization belongs to best, by the vocabulary in force on a day, with reasons.
 * @param tree the hubs that stand: only these are proposed, those of the organization's own division and tier before
 *   the city's. Without one, the city hubs of the vocabulary.
 */
export function proposeHubs(
  { name, scope, kind = 'SOCIAL_GROUP', formerSupervisor = '', division = '', authority = '' }: ProposedFor,
  on: LegalDate,
  tree?: HubTree,
): HubProposals {
  const row = rowInForce([...HUB_VOCABULARY], on);
  const index = indexOf(row);
  const reasons = joined([
    reasonsIn(name, 'NAME', index, ({ at, word }) => 1 + (HEAD_BONUS * (at + word.length)) / name.length),
    reasonsIn(scope, 'SCOPE', index, ({ word }) => (SAID_BY_MANY.has(word) ? SHARE_OF_SAID_BY_MANY : 1)),
    reasonsBefore(formerSupervisor, index),
  ]);
  const proposals = [...reasons]
    .map(([hub, reasons]): HubProposal => ({
      hub,
      reasons,
      score: hundredths(reasons.reduce((sum, { weight }) => sum + weight, 0)),
    }))
    .sort((a, b) => b.score - a.score || (a.hub < b.hub ? -1 : 1));
  const others = FALLBACK_HUBS.value[kind].filter((hub) => !reasons.has(hub));
  const last = others.map((hub): HubProposal => ({
    hub,
    score: 0,
    reasons: [{ where: 'KIND', word: kind, at: 0, weight: 0 }],
  }));
  const all = [...proposals, ...last];
  const placed = tree ? placedInTree(all, tree, { division, authority }) : all;
  return { vocabulary: row.id, proposals: placed.slice(0, SHOWN) };
}

type ReasonsByHub = ReadonlyMap<string, readonly HubReason[]>;

const INDEXES = new WeakMap<RuleRow, VocabularyIndex>();

/** All words of a version, put together once. */
function indexOf(row: RuleRow<readonly HubVocabulary[]>): VocabularyIndex {
  const known = INDEXES.get(row) ?? indexed(row.value);
  INDEXES.set(row, known);
  return known;
}

function joined(parts: readonly ReasonsByHub[]): ReasonsByHub {
  const all = new Map<string, HubReason[]>();
  for (const [hub, reasons] of parts.flatMap((part) => [...part])) all.set(hub, [...(all.get(hub) ?? []), ...reasons]);
  return all;
}

function reasonsIn(
  text: string,
  where: 'NAME' | 'SCOPE',
  { lookup, hubsOf }: VocabularyIndex,
  factor: (word: FoundWord) => number,
): ReasonsByHub {
  const byHub = new Map<string, HubReason[]>();
  for (const found of wordsIn(text, lookup)) {
    for (const { hub, weight } of hubsOf.get(found.word) ?? []) {
      const reasons = byHub.get(hub) ?? [];
      byHub.set(hub, [...reasons, { where, ...found, weight: weight * factor(found) }]);
    }
  }
  const further = where === 'NAME' ? FURTHER_IN_NAME : FURTHER_IN_SCOPE;
  return new Map([...byHub].map(([hub, reasons]) => [hub, lessening(reasons, further)]));
}

/** Each word once, where it says most; the one that says most first, in full, and each further one less. */
function lessening(reasons: readonly HubReason[], further: number): HubReason[] {
  const words = new Set<string>();
  return [...reasons]
    .sort((a, b) => b.weight - a.weight)
    .filter(({ word }) => !words.has(word) && words.add(word))
    .map((reason, before) => ({ ...reason, weight: hundredths(reason.weight * further ** before) }))
    .filter(({ weight }) => weight > 0);
}

function hundredths(score: number): number {
  return Math.round(score * 100) / 100;
}

/** The one unit that says most for each hub: 贸促会 and 贸易促进委员会 are the same. */
function reasonsBefore(formerSupervisor: string, { supervisors }: VocabularyIndex): ReasonsByHub {
  const byHub = new Map<string, HubReason[]>();
  if (formerSupervisor === '') return byHub;
  for (const { hub, word, weight } of supervisors) {
    const at = formerSupervisor.indexOf(word);
    if (at < 0 || weight <= (byHub.get(hub)?.[0].weight ?? 0)) continue;
    byHub.set(hub, [{ where: 'FORMER_SUPERVISOR', word, at, weight }]);
  }
  return byHub;
}
