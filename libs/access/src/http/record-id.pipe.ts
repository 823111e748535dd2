import { Injectable, type PipeTransform } from '@nestjs/common';
import { NotFound } from '@app/kernel';

/** A running number in a path. @throws NotFound for anything else: there is no record of such a number. */
@Injectable()
export class RecordIdPipe implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!/^\d{1,18}$/.test(value)) throw new NotFound();
    return value;
  }
}
