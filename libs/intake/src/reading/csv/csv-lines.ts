/** A row is longer only when a quotation mark was left open; the rows after it must not be taken for its text. */
export const MAX_LENGTH = 65_536;

/** Lines of a text without their ends; a line that has no end is cut, and is still too long. */
export async function* linesOf(text: AsyncGenerator<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const piece of text) {
    const lines = `${rest}${piece}`.split('\n');
    rest = lines.pop()!.slice(0, MAX_LENGTH + 1);
    for (const line of lines) yield withoutReturn(line);
  }
  if (rest !== '') yield withoutReturn(rest);
}

function withoutReturn(line: string): string {
  return line.endsWith('\r') ? line.slice(0, -1) : line;
}
