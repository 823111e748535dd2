import type { HubVocabulary, Weight } from './hub-vocabulary.js';
import { SILENT_WORDS } from './silent-words.js';
import { lookedUp, type Lookup } from './words-in.js';

interface Spoken {
  readonly hub: string;
  readonly weight: Weight;
}

/** A vocabulary by word: a text is looked through once for all hubs, not once for each. */
export interface VocabularyIndex {
  readonly lookup: Lookup;
  readonly hubsOf: ReadonlyMap<string, readonly Spoken[]>;
  readonly supervisors: readonly (Spoken & { readonly word: string })[];
}

export function indexed(vocabulary: readonly HubVocabulary[]): VocabularyIndex {
  const hubsOf = new Map<string, Spoken[]>();
  for (const { hub, words } of vocabulary) {
    for (const [word, weight] of Object.entries(words))
      hubsOf.set(word, [...(hubsOf.get(word) ?? []), { hub, weight }]);
  }
  return {
    lookup: lookedUp([...hubsOf.keys(), ...SILENT_WORDS]),
    hubsOf,
    supervisors: vocabulary.flatMap(({ hub, supervisors }) =>
      Object.entries(supervisors).map(([word, weight]) => ({ hub, word, weight })),
    ),
  };
}
