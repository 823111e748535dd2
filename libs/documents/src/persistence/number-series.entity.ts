import { Check, Column, Entity, PrimaryColumn } from 'typeorm';

/** The last number given in a series of one year. */
@Entity({ schema: 'documents', name: 'number_series' })
@Check('number_series_series_check', `series ~ '^[A-Za-z0-9][A-Za-z0-9:._-]{0,99}$'`)
@Check('number_series_year_check', `year BETWEEN 1949 AND 9999`)
@Check('number_series_last_check', `last >= 1`)
export class NumberSeriesEntity {
  @PrimaryColumn({ type: 'text', primaryKeyConstraintName: 'number_series_pkey' })
  series: string;

  @PrimaryColumn({ type: 'integer', primaryKeyConstraintName: 'number_series_pkey' })
  year: number;

  @Column({ type: 'integer' })
  last: number;
}
