import { cite, type RuleRow } from '@app/kernel';

const row = <V>(id: string, value: V): RuleRow<V> => {
  return { id, value, citation: cite('京办发〔2016〕43号', '四(二)'), inForceFrom: '2016-11-11', mark: 'DESIGN' };
};

/** How a filed group becomes a legal person: no text says it, so all of it is our own. */
export const PROMOTION_ROWS = {
  /** The filing that a registration takes the place of stands. */
  standing: row('PROMOTES-STANDING', { status: 'ACTIVE' }),
  /** Who leads the group is among the initiators or leaders of the organization. */
  leader: row('PROMOTES-LEADER', { among: ['initiators', 'leaders'] }),
};
