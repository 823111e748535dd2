import { Injectable } from '@nestjs/common';
import { divisionPrefix } from '@app/access';
import { RuleViolated, violationOf } from '@app/kernel';
import { Reads, type Sql } from '@app/platform';
import type { FiledGroupState, FilingRoute } from '@app/register';
import { isHub } from '../domain/filing.policy.js';
import { FIELD, PLACE } from '../domain/filing.table.js';

/** An office that files groups: a street or township, or a hub that stands. */
export interface FilingOffice {
  readonly office: string;
  /** The street itself, or the division of the hub. */
  readonly division: string;
  readonly hub?: string;
}

/** Which offices there are that file groups. */
@Injectable()
export class FilingOffices {
  constructor(private readonly reads: Reads) {}

  /** @throws RuleViolated when there is no such office, or it does not file by this route. */
  async require(office: string, route: FilingRoute, sql: Sql = this.reads): Promise<FilingOffice> {
    const found = await this.find(office, sql);
    if (found && isHub(office) === (route === 'HUB')) return found;
    const [zh, en] = isHub(office)
      ? ['没有此枢纽，或者枢纽备案以外的途径不由枢纽办理', 'No such hub, or it does not file by this route']
      : [
          '没有此街道（乡镇），或者枢纽备案不由街道办理',
          'No such street or township, or it does not file by this route',
        ];
    throw new RuleViolated([violationOf(isHub(office) ? FIELD : PLACE, '/office', zh, en, 'FILING-OFFICE')]);
  }

  /** Who looks after a group now: the hub that filed it, or, once that is withdrawn, the street where it meets. */
  async of({ filedByHub, authority, division }: FiledGroupState, sql: Sql = this.reads): Promise<string> {
    if (filedByHub === undefined) return authority;
    return (await this.find(filedByHub, sql)) ? filedByHub : division;
  }

  async find(office: string, sql: Sql = this.reads): Promise<FilingOffice | undefined> {
    const text = isHub(office)
      ? `SELECT division FROM register.hub WHERE code = $1 AND standing <> 'WITHDRAWN'`
      : `SELECT code AS division FROM register.division WHERE code = $1 AND level = 'STREET' AND active`;
    const [found] = await sql.rows<{ division: string }>(text, [office]);
    return found && { office, division: found.division, ...(isHub(office) ? { hub: office } : {}) };
  }

  /** The streets and townships within a division, by name; a name that two of them bear means neither. */
  async streetsByName(division: string, sql: Sql = this.reads): Promise<ReadonlyMap<string, string>> {
    const rows = await sql.rows<{ name: string; code: string }>(
      `SELECT name, min(code) AS code FROM register.division WHERE level = 'STREET' AND active AND starts_with(code, $1)
        GROUP BY name HAVING count(*) = 1`,
      [divisionPrefix(division) ?? division],
    );
    return new Map(rows.map(({ name, code }) => [name, code]));
  }

  /** Of these divisions those that are streets or townships. */
  async streets(divisions: readonly string[], sql: Sql = this.reads): Promise<ReadonlySet<string>> {
    const rows = await sql.rows<{ code: string }>(
      `SELECT code FROM register.division WHERE code = ANY($1::text[]) AND level = 'STREET' AND active`,
      [divisions],
    );
    return new Set(rows.map(({ code }) => code));
  }
}
