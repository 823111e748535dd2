import { ValidateIf } from 'class-validator';

/** May be left out; what is there must fit. `null` is not leaving out: IsOptional would let it through unchecked. */
export function Optional(): PropertyDecorator {
  return ValidateIf((_, value) => value !== undefined);
}
