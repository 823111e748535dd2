import type { LegalDate } from '@app/kernel';
import { elementField, type OrganizationState, type PersonReference } from '@app/register';
import type { Application } from './application.js';

/** What a grant adds to an application. */
export interface Granted {
  readonly creditCode: string;
  readonly certificateNumber: string;
  readonly foundedOn: LegalDate;
  /** The persons register's references to the leaders, in the order of the application. */
  readonly leaders: readonly PersonReference[];
  /** The organization that it was split from. */
  readonly predecessors?: readonly string[];
}

/** The organization as it enters the register (准予登记). */
export function registeredOrganization(application: Application, granted: Granted): OrganizationState {
  const { kind, name, authority, division, residence, purpose, scope, activityArea, funds, charity } = application;
  const { creditCode, certificateNumber, foundedOn, leaders, predecessors = [] } = granted;
  const direct = application.track === 'DIRECT';
  return {
    ...{ kind, name, authority, division, residence, purpose, scope, activityArea, funds, charity },
    ...{ creditCode, certificateNumber, foundedOn },
    ...Object.fromEntries(predecessors.map((code) => [elementField('predecessor', code), code])),
    standing: 'REGISTERED',
    promotedFrom: application.promotes,
    status: 'ACTIVE',
    category: direct ? application.category : undefined,
    ...(kind === 'FOUNDATION'
      ? {
          foundationType: application.fundraising,
          privatelyFunded: application.privatelyFunded,
          mainlandFunded: application.mainlandFunded,
        }
      : {}),
    charitySince: charity ? foundedOn : undefined,
    supervisingUnit: direct ? undefined : application.supervisingUnit?.name,
    legalRepresentative: leaders[application.leaders.findIndex(({ legalRepresentative }) => legalRepresentative)],
    leaders: leaders.map((leader, index) => ({ ...leader, post: application.leaders[index].postTitle })),
  };
}
