import { codeOf, organizationOf, type Folded, type HubState, type Projection } from '@app/register';
import { countedOrganization } from '../domain/coverage/counted-organization.js';
import { spansOf } from '../domain/coverage/spans.js';

/** What a hub sees of an organization, and what a proposal looks at. */
const organizationProjection: Projection = {
  table: 'hub.organization',
  subjectType: 'ORGANIZATION',
  key: 'subject_id',
  ofEverySubject: true,
  rowsOf({ subjectId, state, version }: Folded) {
    const organization = organizationOf(state);
    return [
      {
        subject_id: subjectId,
        credit_code: codeOf(state),
        name: organization.name,
        scope: organization.scope ?? '',
        former_supervisor: organization.supervisingUnit ?? '',
        standing: organization.standing,
        kind: organization.kind,
        category: organization.category ?? null,
        status: organization.status,
        active: organization.status === 'ACTIVE',
        authority: organization.authority,
        division: organization.division,
        founded_on: organization.foundedOn,
        primary_hub: organization.primaryHub ?? null,
        related_hubs: (organization.relatedHubs ?? []).map(({ hub }) => hub),
        term_until: organization.term?.until ?? null,
        suspended_until: organization.suspension?.until ?? null,
        version,
      },
    ];
  },
};

const organizationSpans: Projection = {
  table: 'hub.organization_span',
  subjectType: 'ORGANIZATION',
  key: 'id',
  ofEverySubject: true,
  rowsOf({ subjectId, history }: Folded) {
    return spansOf(history, countedOrganization).map(({ since, before, value }) => ({
      id: `${subjectId}:${since}`,
      subject_id: subjectId,
      since,
      before,
      status: value.status,
      active: value.active,
      standing: value.standing,
      kind: value.kind,
      category: value.category,
      tier: value.tier,
      division: value.division,
      primary_hub: value.primaryHub,
    }));
  },
};

const hubSpans: Projection = {
  table: 'hub.hub_span',
  subjectType: 'HUB',
  key: 'id',
  ofEverySubject: true,
  rowsOf({ subjectId, history }: Folded) {
    const valueOf = (state: object) => {
      const { code, name, tier, division, parent = null, standing } = state as HubState;
      return { code, name, tier, division, parent, standing };
    };
    return spansOf(history, valueOf).map(({ since, before, value }) => ({
      id: `${subjectId}:${since}`,
      subject_id: subjectId,
      since,
      before,
      ...value,
    }));
  },
};

export const HUB_PROJECTIONS: readonly Projection[] = [organizationProjection, organizationSpans, hubSpans];
