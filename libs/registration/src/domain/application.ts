import type { LegalDate } from '@app/kernel';
import type { Category, IdKind, Kind } from '@app/register';
import type {
  Declarations,
  DocumentKind,
  EstablishmentFacts,
  LeaderPost,
  Residency,
  Track,
} from './establishment.facts.js';

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

/** The application without its persons. */
export interface ApplicationContent {
  readonly kind: Kind;
  readonly track: Track;
  readonly category?: Category;
  readonly categoryReason?: string;
  readonly authority: string;
  readonly division: string;
  readonly name: string;
  readonly residence: string;
  readonly purpose: string;
  readonly scope: string;
  readonly activityArea: string;
  readonly funds: number;
  readonly fundsPaidInCash: boolean;
  readonly fundraising?: 'PUBLIC' | 'NON_PUBLIC';
  readonly privatelyFunded?: boolean;
  readonly mainlandFunded?: boolean;
  readonly charity: boolean;
  readonly members: { readonly individuals: number; readonly units: number };
  readonly fullTimeStaff: number;
  readonly organs: readonly string[];
  readonly independentLiability: boolean;
  readonly supervisingUnit?: { readonly name: string; readonly consentedOn?: LegalDate };
  readonly charterItems: readonly number[];
  readonly charityCharterItems?: readonly number[];
  readonly council?: EstablishmentFacts['council'];
  readonly documents: readonly ApplicationDocument[];
  readonly nature: EstablishmentFacts['nature'];
}

export interface ApplicationPersons {
  readonly initiators: readonly ApplicationPerson[];
  readonly leaders: readonly ApplicationLeader[];
}

export type Application = ApplicationContent & ApplicationPersons;

/** What only the register and the division table can tell about an application. */
export interface Surroundings {
  readonly authorityLevel: EstablishmentFacts['authorityLevel'];
  readonly authorityNames: readonly string[];
  readonly divisionKnown: boolean;
  readonly sameNameAs?: string;
}
