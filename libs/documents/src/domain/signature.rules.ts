/** What the first bytes of a file promise. COMPOUND is the OLE container of old and of encrypted Office files. */
export type Signature = 'PDF' | 'JPEG' | 'PNG' | 'ZIP' | 'COMPOUND';

export const SIGNATURE_LENGTH = 8;

const SIGNATURES: readonly (readonly [Signature, Buffer])[] = [
  ['PDF', Buffer.from('%PDF-', 'latin1')],
  ['JPEG', Buffer.from([0xff, 0xd8, 0xff])],
  ['PNG', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')],
  ['ZIP', Buffer.from('PK\x03\x04', 'latin1')],
  ['COMPOUND', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
];

/** The signature at offset 0; undefined for everything that the registry never takes. */
export function signatureOf(head: Buffer): Signature | undefined {
  return SIGNATURES.find(([, bytes]) => head.subarray(0, bytes.length).equals(bytes))?.[0];
}
