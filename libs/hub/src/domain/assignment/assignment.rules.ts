import { violationOf, type Violation } from '@app/kernel';
import type { RecordedStatus } from '@app/register';
import { HUB_ASSIGNMENT } from './assignment.table.js';
import type { HubTree } from './placed-in-tree.js';

/** Which hubs an organization belongs to from today on. Undefined leaves things as they are; null takes away. */
export interface Assignment {
  readonly primary?: string | null;
  /** The primary hub that is left: nothing is taken away from another. */
  readonly leaving?: string;
  readonly addRelated?: readonly string[];
  readonly dropRelated?: readonly string[];
}

interface Assigned {
  readonly status: RecordedStatus;
  readonly primaryHub?: string;
}

/** Everything that speaks against an assignment. @param standing the hubs that stand */
export function assignmentViolations(assignment: Assignment, state: Assigned, standing: HubTree): Violation[] {
  return [
    ...unknownHubs(assignment, standing),
    ...namedTwice(assignment, state),
    ...leftAlready(assignment, state),
    ...ended(assignment, state),
  ];
}

function unknownHubs({ primary, addRelated = [] }: Assignment, standing: HubTree): Violation[] {
  const named = [
    ...(primary ? [{ hub: primary, pointer: '/hub' }] : []),
    ...addRelated.map((hub, index) => ({ hub, pointer: `/related/${index}` })),
  ];
  const [zh, en] = ['没有此编号的、未被取消认定的枢纽', 'No hub that stands has this code'];
  return named
    .filter(({ hub }) => !standing.has(hub))
    .map(({ pointer }) => violationOf(HUB_ASSIGNMENT, pointer, zh, en, 'HUB-UNKNOWN'));
}

/** One hub is primary or related, not both. */
function namedTwice({ primary, addRelated = [] }: Assignment, { primaryHub }: Assigned): Violation[] {
  const first = primary === undefined ? primaryHub : primary;
  const [zh, en] = ['同一枢纽不得重复列入', 'A hub is named twice'];
  return addRelated.flatMap((hub, index) =>
    hub === first || addRelated.indexOf(hub) !== index
      ? [violationOf(HUB_ASSIGNMENT, `/related/${index}`, zh, en)]
      : [],
  );
}

function leftAlready({ leaving }: Assignment, { primaryHub }: Assigned): Violation[] {
  if (leaving === undefined || leaving === primaryHub) return [];
  const [zh, en] = ['该组织已不归属此枢纽', 'The organization belongs to this hub no longer'];
  return [violationOf(HUB_ASSIGNMENT, '/hub', zh, en, 'HUB-LEFT')];
}

/** Whoever has ended belongs to no hub; being released is always possible. */
function ended({ primary, addRelated = [] }: Assignment, { status }: Assigned): Violation[] {
  const lives = ['ACTIVE', 'SUSPENDED', 'LIQUIDATING'].includes(status);
  if (lives || (!primary && addRelated.length === 0)) return [];
  const [zh, en] = ['该组织已经终止', 'The organization has ended'];
  return [violationOf(HUB_ASSIGNMENT, '', zh, en, 'ORGANIZATION-ENDED')];
}
