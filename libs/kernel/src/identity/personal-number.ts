/** A number as long as a telephone's (11 digits) or a resident's (18, the last perhaps an X): it may be somebody's. */
export const PERSONAL_NUMBER = /\d{11,}[Xx]?/;
