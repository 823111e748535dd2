import { RuleViolated } from '@app/kernel';
import { xmlTextOf } from './xml-text.js';

async function* oneByOne(bytes: Buffer): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += 1) yield await Promise.resolve(bytes.subarray(at, at + 1));
}
async function* inOne(bytes: Buffer): AsyncGenerator<Buffer> {
  yield await Promise.resolve(bytes);
}
async function textOf(chunks: AsyncGenerator<Buffer>): Promise<string> {
  let text = '';
  for await (const piece of xmlTextOf(chunks)) text += piece;
  return text;
}

describe('the text of a part', () => {
  const text = '<甲>𠮷</甲>';

  it('comes whole in UTF-8, wherever the pieces were cut', async () =>
    expect(await textOf(oneByOne(Buffer.from(text)))).toBe(text));

  it('comes without its byte order mark, in either order of UTF-16 too', async () => {
    const little = Buffer.from(`\ufeff${text}`, 'utf16le');
    expect(await textOf(inOne(Buffer.from(`\ufeff${text}`)))).toBe(text);
    expect(await textOf(inOne(little))).toBe(text);
    expect(await textOf(inOne(Buffer.from(little).swap16()))).toBe(text);
  });

  it('is none of no bytes', async () => expect(await textOf(inOne(Buffer.alloc(0)))).toBe(''));

  it('that is none is refused', async () =>
    expect(textOf(inOne(Buffer.of(0x3c, 0xff)))).rejects.toBeInstanceOf(RuleViolated));
});
