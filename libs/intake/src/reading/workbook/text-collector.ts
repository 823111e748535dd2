/** So long a text Excel lets stand in a cell; what is longer is cut, and still too long for every column. */
const MAX_TEXT = 32_767;
/** A character that XML cannot hold, or that is an end of line to it, stands in a workbook as its code. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;

/** Puts the text of a cell together from its runs, without the reading aids that stand above Japanese ones. */
export class TextCollector {
  private pieces = '';
  private listening = false;
  private aside = false;

  /** An element begins within the cell. */
  open(name: string): void {
    if (name === 'rPh') this.aside = true;
    else this.listening = !this.aside && (name === 't' || name === 'v');
  }

  close(name: string): void {
    if (name === 'rPh') this.aside = false;
    this.listening = false;
  }

  text(piece: string): void {
    if (this.listening && this.pieces.length < MAX_TEXT) this.pieces += piece.slice(0, MAX_TEXT - this.pieces.length);
  }

  /** What has come together, for the last time. */
  take(): string {
    const text = this.pieces;
    this.pieces = '';
    this.listening = this.aside = false;
    return text;
  }
}

/** Codes of characters back to the characters. */
export function unescaped(text: string): string {
  return text.includes('_x')
    ? text.replace(ESCAPED, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    : text;
}
