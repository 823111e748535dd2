/**
 * Where a rule stands in the law. `law` is the full Chinese title as enacted,
 * `article` the place inside it (条, 款, 项) as a lawyer writes it.
 */
export interface Citation {
  readonly law: string;
  readonly article: string;
}

/** Writes a citation; the only way citations come about, so that every one has both parts. */
export function cite(law: string, article: string): Citation {
  return Object.freeze({ law, article });
}
