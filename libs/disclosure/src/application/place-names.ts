import { Injectable } from '@nestjs/common';
import { DivisionQueries, type State } from '@app/register';

export interface PlaceNames {
  readonly authorityName: string;
  readonly divisionName: string;
}

/** What the registrar and the seat of an organization are called. */
@Injectable()
export class Places {
  constructor(private readonly divisions: DivisionQueries) {}

  async of({ authority, division }: State): Promise<PlaceNames> {
    const [registrar, seat] = await Promise.all(
      [authority, division].map((code) => this.divisions.namesTo(String(code))),
    );
    return { authorityName: registrar.join('') || '民政部', divisionName: seat.join('') };
  }
}
