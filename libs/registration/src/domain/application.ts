import type { IdKind } from '@app/register';
import type { Declarations, DocumentKind, EstablishmentFacts, LeaderPost, Residency } from './establishment.facts.js';

/** A person as the applicant writes him down; the number never leaves this lib in clear. */
export interface ApplicationPerson {
  readonly name: string;
  readonly residency: Residency;
  readonly idKind: IdKind;
  readonly idNumber: string;
  readonly phone?: string;
  readonly declarations: Declarations;
}

export interface ApplicationLeader extends ApplicationPerson {
  readonly post: LeaderPost;
  /** The post as the charter calls it: 会长, 理事长, 院长. */
  readonly postTitle: string;
  readonly legalRepresentative: boolean;
}

export interface ApplicationDocument {
  readonly kind: DocumentKind;
  readonly documentId: string;
}

/** What only the register and the division table can tell about an application. */
export type Surroundings = Pick<
  EstablishmentFacts,
  'authorityLevel' | 'authorityNames' | 'divisionKnown' | 'sameNameAs' | 'heldNames'
>;

/** The application without its persons: what the rules see, as it is filed. */
export type ApplicationContent = Omit<
  EstablishmentFacts,
  keyof Surroundings | 'documents' | 'initiators' | 'leaders'
> & {
  readonly documents: readonly ApplicationDocument[];
};

export interface ApplicationPersons {
  readonly initiators: readonly ApplicationPerson[];
  readonly leaders: readonly ApplicationLeader[];
}

export type Application = ApplicationContent & ApplicationPersons;
