import { rowInForce, type LegalDate, type RuleRow } from '@app/kernel';
import type { HubVocabulary } from './hub-vocabulary.js';
import { FALLBACK_HUBS, HUB_VOCABULARY } from './hub-vocabulary.table.js';
import type { HubProposal, HubReason, ProposedFor } from './hub-proposal.js';
import { placedInTree, type HubTree } from './placed-in-tree.js';
import { lookedUp, wordsIn, type FoundWord, type Lookup } from './words-in.js';

export interface HubProposals {
  /** The version of the vocabulary: the same one gives the same proposals at any later time. */
  readonly vocabulary: string;
  /** Three, the best first. Where too few words speak for any, those that take in what belongs nowhere follow. */
  readonly proposals: readonly HubProposal[];
}

const SHOWN = 3;
/** The scope says at length what the name says in a word. */
const SCOPE_SHARE = 0.6;
/** In a Chinese name what comes later is what the body is; what comes before says which (北京建筑法学研究会). */
const HEAD_BONUS = 0.35;

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
  const lookup = lookupOf(row);
  const found = { name: wordsIn(name, lookup), scope: wordsIn(scope, lookup) };
  const proposals = row.value
    .map((hub) => proposalOf(hub, found, { name, formerSupervisor }))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((a, b) => b.score - a.score || (a.hub < b.hub ? -1 : 1));
  const others = FALLBACK_HUBS.value[kind].filter((hub) => !proposals.some((proposal) => proposal.hub === hub));
  const last = others.map((hub): HubProposal => ({
    hub,
    score: 0,
    reasons: [{ where: 'KIND', word: kind, at: 0, weight: 0 }],
  }));
  const all = [...proposals, ...last];
  const placed = tree ? placedInTree(all, tree, { division, authority }) : all;
  return { vocabulary: row.id, proposals: placed.slice(0, SHOWN) };
}

const LOOKUPS = new WeakMap<RuleRow, Lookup>();

/** All words of a version, put together once. */
function lookupOf(row: RuleRow<readonly HubVocabulary[]>): Lookup {
  const known = LOOKUPS.get(row) ?? lookedUp(row.value.flatMap((hub) => Object.keys(hub.words)));
  LOOKUPS.set(row, known);
  return known;
}

function proposalOf(
  { hub, words, supervisors }: HubVocabulary,
  found: { readonly name: readonly FoundWord[]; readonly scope: readonly FoundWord[] },
  { name, formerSupervisor }: { readonly name: string; readonly formerSupervisor: string },
): HubProposal {
  const inName = of(found.name, words, 'NAME', ({ at, word }) => 1 + (HEAD_BONUS * (at + word.length)) / name.length);
  const inScope = of(found.scope, words, 'SCOPE', () => SCOPE_SHARE);
  const before = Object.entries(supervisors)
    .filter(([unit]) => formerSupervisor.includes(unit))
    .map(([word, weight]): HubReason => ({
      where: 'FORMER_SUPERVISOR',
      word,
      at: formerSupervisor.indexOf(word),
      weight,
    }));
  const reasons = [...inName, ...inScope, ...before];
  return { hub, reasons, score: reasons.reduce((sum, { weight }) => sum + weight, 0) };
}

/** Each word counts once in a text, where it says most. */
function of(
  found: readonly FoundWord[],
  words: Readonly<Record<string, number>>,
  where: HubReason['where'],
  factor: (word: FoundWord) => number,
): HubReason[] {
  const best = new Map<string, HubReason>();
  for (const one of found) {
    if (!Object.hasOwn(words, one.word)) continue;
    const weight = Math.round(words[one.word] * factor(one) * 100) / 100;
    if (weight > (best.get(one.word)?.weight ?? 0)) best.set(one.word, { where, ...one, weight });
  }
  return [...best.values()];
}
