import { Injectable } from '@nestjs/common';
import type { Principal } from '@app/access';
import { NotFound } from '@app/kernel';
import type { Sheet } from '../domain/sheet.js';

/** The kinds of tables that can be taken in; higher libs bring theirs, as they bring their projections. */
@Injectable()
export class Sheets {
  private readonly sheets = new Map<string, Sheet>();

  register(sheet: Sheet): void {
    this.sheets.set(sheet.name, sheet);
  }

  /** Those that somebody may take in. */
  of({ grants }: Pick<Principal, 'grants'>): Sheet[] {
    return [...this.sheets.values()].filter(({ roles }) => grants.some(({ role }) => roles.includes(role)));
  }

  /** @throws NotFound */
  get(name: string): Sheet {
    const sheet = this.sheets.get(name);
    if (!sheet) throw new NotFound({ zh: '没有此种表格', en: 'There is no such kind of table' });
    return sheet;
  }
}
