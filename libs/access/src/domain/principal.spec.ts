import { holds, scopesOf } from './principal.js';
import { ROLE_TABLE, type Role } from './roles.table.js';

function holder(...grants: [Role, string | null][]) {
  return {
    grants: grants.map(([role, scope], index) => ({
      id: String(index),
      role,
      scope,
      scopeType: ROLE_TABLE[role].scopeType,
    })),
  };
}

describe('holds', () => {
  it('follows the division downwards', () => {
    const officer = holder(['REVIEW_OFFICER', '110108']);
    expect(holds(officer, 'REVIEW_OFFICER')).toBe(true);
    expect(holds(officer, 'REVIEW_OFFICER', '110108001')).toBe(true);
    expect(holds(officer, 'REVIEW_OFFICER', '110105')).toBe(false);
    expect(holds(officer, 'APPROVAL_OFFICER', '110108')).toBe(false);
  });

  it('wants the very hub, organization or organ', () => {
    const person = holder(['HUB_OFFICER', 'HUB-1-04'], ['ORGANIZATION_AGENT', '51110000MJ0101505U']);
    expect(holds(person, 'HUB_OFFICER', 'HUB-1-04')).toBe(true);
    expect(holds(person, 'HUB_OFFICER', 'HUB-1-0')).toBe(false);
    expect(holds(person, 'HUB_OFFICER', '110000')).toBe(false);
    expect(holds(person, 'ORGANIZATION_AGENT', '51110000MJ0101505U')).toBe(true);
    expect(scopesOf(person, 'HUB_OFFICER')).toEqual(['HUB-1-04']);
  });

  it('lets a role without limit reach everywhere', () => {
    expect(holds(holder(['AUDITOR', null]), 'AUDITOR', '110000')).toBe(true);
  });
});
