import { Transform } from 'class-transformer';

/** Takes blanks at the ends away before a text is checked: a reason of blanks is no reason. */
export function Trimmed(): PropertyDecorator {
  return Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
}
