import { nameKey, type LegalDate } from '@app/kernel';
import type { HubState } from '../domain/hub.js';
import type { HeldReason } from '../domain/held-name.js';
import { filedGroupOf, organizationOf } from '../domain/listed-fields.js';
import type { OrganizationState } from '../domain/organization.js';
import type { Folded, Projection } from '../domain/projection.js';
import { restrictionsOf } from '../domain/restriction.js';

export const organizationProjection: Projection = {
  table: 'register.organization',
  subjectType: 'ORGANIZATION',
  key: 'subject_id',
  rowsOf({ subjectId, state, version }: Folded) {
    const organization = state as unknown as OrganizationState;
    return [
      {
        subject_id: subjectId,
        standing: organization.standing,
        kind: organization.kind,
        credit_code: organization.creditCode ?? null,
        filing_number: filedGroupOf(state).filingNumber ?? null,
        name: organization.name,
        name_key: nameKey(organization.name),
        status: organization.status,
        category: organization.category ?? null,
        authority: organization.authority,
        division: organization.division,
        founded_on: organization.foundedOn,
        primary_hub: organization.primaryHub ?? null,
        legal_representative: organization.legalRepresentative?.person ?? null,
        version,
      },
    ];
  },
};

/** Names given up: they are held for a time, so that nobody is taken for who bore them. */
export const heldNameProjection: Projection = {
  table: 'register.held_name',
  subjectType: 'ORGANIZATION',
  key: 'id',
  rowsOf({ subjectId, state }: Folded) {
    const { authority, name, status, ending, formerNames = [] } = organizationOf(state);
    const row = (id: string, held: string, reason: HeldReason, since: LegalDate) => {
      return { id: `${subjectId}:${id}`, subject_id: subjectId, authority, name_key: nameKey(held), reason, since };
    };
    const annulled = status === 'ANNULLED' || ending?.annulledOn !== undefined;
    const ended = annulled ? 'ANNULLED' : status === 'DEREGISTERED' ? status : undefined;
    return [
      ...formerNames.map(({ name: former, until }, index) => row(String(index), former, 'RENAMED', until)),
      ...(ended && ending ? [row('ended', name, ended, ending.annulledOn ?? ending.on)] : []),
    ];
  },
};

export const hubProjection: Projection = {
  table: 'register.hub',
  subjectType: 'HUB',
  key: 'subject_id',
  rowsOf({ subjectId, state, version }: Folded) {
    const hub = state as unknown as HubState;
    return [
      {
        subject_id: subjectId,
        code: hub.code,
        name: hub.name,
        name_printed: hub.namePrinted,
        tier: hub.tier,
        division: hub.division,
        batch: hub.batch ?? null,
        order_in_batch: hub.orderInBatch ?? null,
        parent: hub.parent ?? null,
        standing: hub.standing,
        recognized_by: hub.recognizedBy,
        recognized_on: hub.recognizedOn ?? null,
        version,
      },
    ];
  },
};

export const restrictionProjection: Projection = {
  table: 'register.restriction',
  subjectType: 'ANY',
  key: 'id',
  rowsOf({ subjectId, state }: Folded) {
    return restrictionsOf(state).map((restriction) => ({
      id: restriction.id,
      subject_id: subjectId,
      authority: restriction.authority,
      effect: restriction.effect,
      actions: restriction.actions,
      reason: restriction.reason,
      citation: restriction.citation,
      effective_from: restriction.from,
      effective_until: restriction.until ?? null,
      lifted_on: restriction.liftedOn ?? null,
    }));
  },
};
