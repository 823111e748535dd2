/** How much a word says for a hub: from 1 (a hint) to 10 (hardly anything else is meant). */
export type Weight = number;

/** What speaks for one hub: words of its field (行业, 领域) and of whom it serves (服务对象), and who supervised its kind before. */
export interface HubVocabulary {
  /** `HUB-<batch>-<order>`. */
  readonly hub: string;
  readonly words: Readonly<Record<string, Weight>>;
  /** Former supervising units (业务主管单位), by a part of their name. */
  readonly supervisors: Readonly<Record<string, Weight>>;
}

type Groups = readonly (readonly [Weight, string])[];

/** The words of one hub, in groups of one weight: `[8, '律师 律师事务所']`. */
export function hub(code: string, words: Groups, supervisors: Groups = []): HubVocabulary {
  return { hub: code, words: weighted(words), supervisors: weighted(supervisors) };
}

function weighted(groups: Groups): Record<string, Weight> {
  return Object.fromEntries(groups.flatMap(([weight, words]) => words.split(' ').map((word) => [word, weight])));
}
