import { KeyMissing, KeyRing } from './key-ring.js';

describe('the key ring', () => {
  const ring = new KeyRing(KeyRing.generate());

  it('opens what it sealed, and only in its own place', () => {
    const sealed = ring.seal('11010119900307000X', 'person.id-number');
    expect(sealed).not.toContain('11010119900307000X');
    expect(ring.open(sealed, 'person.id-number')).toBe('11010119900307000X');
    expect(() => ring.open(sealed, 'person.phone')).toThrow();
  });

  it('refuses a value that was altered', () => {
    const sealed = ring.seal('text', 'place');
    const altered = sealed.slice(0, -2) + (sealed.endsWith('AA') ? 'BB' : 'AA');
    expect(() => ring.open(altered, 'place')).toThrow();
  });

  it('names the key that is missing', () => {
    const file = KeyRing.generate();
    const sealing = { k0: Object.values(file.sealing)[0] };
    const other = new KeyRing({ ...file, current: 'k0', encryption: { k0: `${'A'.repeat(43)}=` }, sealing });
    expect(() => ring.open(other.seal('text', 'place'), 'place')).toThrow(new KeyMissing('k0'));
  });

  it('says at once which key it cannot do without', () => {
    const file = KeyRing.generate();
    expect(() => new KeyRing({ ...file, sealing: {} })).toThrow(new KeyMissing(file.current, 'sealing'));
    expect(() => new KeyRing({ ...file, encryption: {} })).toThrow(new KeyMissing(file.current));
  });

  it('signs what anybody can check with the public key, and nothing else', () => {
    const { keyId, signature } = ring.sign('root');
    expect(ring.isSigned('root', keyId, signature)).toBe(true);
    expect(ring.isSigned('another root', keyId, signature)).toBe(false);
    expect(ring.sealingPublicKeys()).toMatchObject([
      { keyId, publicKey: expect.stringContaining('PUBLIC KEY') as string },
    ]);
  });

  it('hashes equal values alike within a purpose only', () => {
    expect(ring.hash('a', 'x')).toBe(ring.hash('a', 'x'));
    expect(ring.hash('a', 'x')).not.toBe(ring.hash('a', 'y'));
  });
});
