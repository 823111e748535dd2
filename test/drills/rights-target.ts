import type { Principal } from '@app/access';
import type { CaseSituation } from '@app/casework';

export type HubKind =
  | 'recognition'
  | 'hub measure'
  | 'hub desk'
  | 'hub proposal'
  | 'assignable organization'
  | 'organization of hubs'
  | 'hub message'
  | 'received message'
  | 'hub service'
  | 'service request'
  | 'membership request'
  | 'work report';

export type FilingKind =
  'filing' | 'filed group' | 'kept group' | 'public filing' | 'filing duplicate' | 'intake batch' | 'intake sheet';

export type Kind =
  | 'account'
  | 'role grant'
  | 'password reset'
  | 'claim'
  | 'job'
  | 'document'
  | 'session'
  | 'restriction'
  | 'case'
  | 'consultation'
  | 'deadline'
  | 'notice'
  | 'organization'
  | 'organization file'
  | 'matter'
  | HubKind
  | FilingKind;

/** Something that an operation names: what it is, and whose it is to know of, by the policies of its lib. */
export interface Target {
  readonly kind: Kind;
  readonly id: string;
  /** Whose it is, for people who read a miss. */
  readonly whose: string;
  readonly version: number;
  readonly knows: (principal: Principal) => boolean;
  /** Of a case: all that its policy asks for. */
  readonly situation?: CaseSituation;
}

/** How an operation is called, and what its policy asks beyond the roles that the route declares. */
export interface OperationCase {
  /** What the path, or else the body, names. */
  readonly names?: Kind;
  readonly body?: (id: string) => object;
  /** A file instead of a body. */
  readonly file?: Buffer;
  /** Asked of those who know the target: may they do it, as things stand? */
  readonly may?: (caller: Principal, situation: CaseSituation) => boolean;
  /** The same for what is no case: may the caller act on it, as its policy has it? */
  readonly permits?: (caller: Principal, target: Target | undefined) => boolean;
  /** What a page lists: nothing may stand in it that the caller does not know. */
  readonly lists?: Kind;
  readonly query?: string;
  /** It ends or renews a session, so each call gets one of its own. */
  readonly ownSession?: boolean;
}
