import { failureOf, isFinal, maskEmail } from './email.js';

describe('an e-mail that was not sent', () => {
  it.each([
    [{ code: 'ECONNECTION' }, 'SERVER_UNREACHABLE', false],
    [{ code: 'ESOCKET', command: 'CONN' }, 'SERVER_UNREACHABLE', false],
    [{ code: 'EPROTOCOL', command: 'CONN', responseCode: 554 }, 'SERVER_UNREACHABLE', false],
    [{ code: 'EAUTH', command: 'AUTH PLAIN', responseCode: 535 }, 'LOGIN_REFUSED', false],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 450 }, 'SERVER_DEFERS', false],
    [{ code: 'EENVELOPE', command: 'MAIL FROM', responseCode: 550 }, 'SENDER_REFUSED', false],
    [{ code: 'EENVELOPE', command: 'RCPT TO', responseCode: 550 }, 'ADDRESS_REFUSED', true],
    [{ code: 'EMESSAGE', command: 'DATA', responseCode: 554 }, 'LETTER_REFUSED', true],
  ] as const)('for %j is %s', (refusal, failure, final) => {
    expect(failureOf(refusal)).toBe(failure);
    expect(isFinal(failure)).toBe(final);
  });
});

it('an address is shown by its first character and its domain', () => {
  expect(maskEmail('zhang.san@example.org')).toBe('z***@example.org');
  expect(maskEmail('z@example.org')).toBe('z***@example.org');
});
