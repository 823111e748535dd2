import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { HUB_PUBLICATION, Register, type HubState } from '@app/register';
import { CITY_HUBS, type CityHub } from './city-hubs.table.js';

const BEIJING = '110000';
const LEADING_GROUP = '北京市社会建设工作领导小组';

/** Enters the city hubs of the plan into the register; a hub that stands there already is left alone. */
@Injectable()
export class SeedCityHubs {
  constructor(private readonly register: Register) {}

  /** @returns how many hubs were entered. */
  async execute(tx: Tx): Promise<number> {
    const known = new Set((await tx.rows<{ code: string }>('SELECT code FROM register.hub')).map(({ code }) => code));
    const missing = CITY_HUBS.value.map(stateOf).filter(({ code }) => !known.has(code));
    for (const hub of missing) {
      await this.register.append(tx, await this.register.open(tx, 'HUB'), {
        kind: 'HUB_RECOGNIZED',
        legalDate: CITY_HUBS.inForceFrom,
        citation: CITY_HUBS.citation,
        set: { ...hub },
        publication: HUB_PUBLICATION,
      });
    }
    return missing.length;
  }
}

function stateOf({ batch, order, printed, official = printed }: CityHub): HubState {
  return {
    code: `HUB-${batch}-${String(order).padStart(2, '0')}`,
    name: official,
    namePrinted: printed,
    tier: 'CITY',
    division: BEIJING,
    batch,
    orderInBatch: order,
    standing: 'RECOGNIZED',
    recognizedBy: LEADING_GROUP,
  };
}
