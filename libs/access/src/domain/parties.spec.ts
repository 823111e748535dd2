import { ActionNotAllowed, NotPermitted, workflowDefects } from '@app/kernel';
import { AGENT_CLAIM } from './agent-claim.workflow.js';
import { administratorParties, claimParties, nextState } from './parties.js';
import { PASSWORD_RESET } from './password-reset.workflow.js';
import { ROLE_GRANT } from './role-grant.workflow.js';

const administrator = (accountId: string) => ({
  accountId,
  grants: [{ id: '1', role: 'ADMINISTRATOR' as const, scopeType: 'NONE' as const, scope: null }],
});
const officer = (accountId: string, scope: string) => ({
  accountId,
  grants: [{ id: '1', role: 'ACCEPTANCE_OFFICER' as const, scopeType: 'DIVISION' as const, scope }],
});
const PROPOSAL = { accountId: 'officer', proposedBy: 'first' };

it.each([ROLE_GRANT, PASSWORD_RESET, AGENT_CLAIM])('$name has no dead end and no unreachable state', (workflow) => {
  expect(workflowDefects(workflow as never)).toEqual([]);
});

describe('a proposal', () => {
  it('is decided by a second administrator only', () => {
    expect(nextState(ROLE_GRANT, 'PROPOSED', 'confirm', administratorParties(administrator('second'), PROPOSAL))).toBe(
      'ACTIVE',
    );
    for (const self of ['first', 'officer']) {
      const parties = administratorParties(administrator(self), PROPOSAL);
      expect(() => nextState(ROLE_GRANT, 'PROPOSED', 'confirm', parties)).toThrow(NotPermitted);
      expect(() => nextState(PASSWORD_RESET, 'PROPOSED', 'reject', parties)).toThrow(NotPermitted);
    }
    expect(administratorParties(officer('second', '110000'), PROPOSAL).size).toBe(0);
  });

  it('that was decided is decided no more, and says what can be done', () => {
    const parties = administratorParties(administrator('second'), PROPOSAL);
    expect(() => nextState(ROLE_GRANT, 'ACTIVE', 'confirm', parties)).toThrow(ActionNotAllowed);
    try {
      nextState(ROLE_GRANT, 'ACTIVE', 'confirm', parties);
    } catch (error) {
      expect((error as ActionNotAllowed).allowedActions).toEqual(['revoke']);
    }
  });
});

describe('an agent’s claim', () => {
  const claim = { accountId: 'agent', creditCode: '51110000MJ0101505U' };

  it.each([
    ['of the registrar', officer('o', '110000'), true],
    ['of the ministry', officer('o', '100000'), true],
    ['of a district below', officer('o', '110108'), false],
    ['of another city', officer('o', '120000'), false],
    ['who is the claimant', officer('agent', '110000'), false],
  ])('is judged by an officer %s: %s', (_, caller, judges) => {
    expect(claimParties(caller, claim).has('ACCEPTANCE_OFFICER')).toBe(judges);
  });
});
