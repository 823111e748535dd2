import { Injectable } from '@nestjs/common';
import type { Tx } from '@app/platform';
import { nationalDivisions } from './divisions.data.js';

/** Loads the divisions of the country; run again it changes only what differs. */
@Injectable()
export class SeedDivisions {
  /** @returns how many divisions were added or changed. */
  async execute(tx: Tx): Promise<number> {
    return tx.execute(
      `INSERT INTO register.division AS d (code, name, level, parent, active, note)
       SELECT code, name, level, parent, active, note FROM jsonb_populate_recordset(NULL::register.division, $1::jsonb)
       ON CONFLICT (code) DO UPDATE
         SET name = excluded.name, level = excluded.level, parent = excluded.parent, active = excluded.active, note = excluded.note
       WHERE (d.name, d.level, d.parent, d.active, d.note)
             IS DISTINCT FROM (excluded.name, excluded.level, excluded.parent, excluded.active, excluded.note)`,
      [JSON.stringify(nationalDivisions())],
    );
  }
}
