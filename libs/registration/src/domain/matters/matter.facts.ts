import type { LegalDate, Violation } from '@app/kernel';
import type { Entry, OrganizationState } from '@app/register';
import type { Surroundings } from '../application.js';
import type { LeaderFacts } from '../establishment.facts.js';
import type { FiledMatter, MatterPaper } from './matter-content.js';

/** A filed matter as the rules see it, with what the register says today. */
export interface MatterFacts {
  readonly filed: Omit<FiledMatter, 'people' | 'documents'>;
  readonly papers: readonly MatterPaper[];
  readonly people: readonly (LeaderFacts & { readonly postTitle: string })[];
  /** The organization as it stands. */
  readonly organization: OrganizationState;
  readonly entries: readonly Pick<Entry, 'number' | 'kind' | 'legalDate' | 'recordedAt' | 'difference' | 'corrects'>[];
  /** Of the name and seat that it is to have: as they are, where they do not change. */
  readonly surroundings: Surroundings;
  /** Organizations that the matter names besides, by code; undefined where the register has none. */
  readonly others: ReadonlyMap<string, OrganizationState | undefined>;
}

/** A rule of a matter; `on` is the day whose law is asked. */
export type MatterRule = (facts: MatterFacts, on: LegalDate) => Violation[];
