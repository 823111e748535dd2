import { newKeyFile, withNewKey, withoutKey } from './key-file.js';
import { KeyMissing, KeyRing } from './key-ring.js';

describe('the key ring', () => {
  const ring = new KeyRing(newKeyFile());

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
    const file = newKeyFile();
    const sealing = { k0: Object.values(file.sealing)[0] };
    const other = new KeyRing({ ...file, current: 'k0', encryption: { k0: `${'A'.repeat(43)}=` }, sealing });
    expect(() => ring.open(other.seal('text', 'place'), 'place')).toThrow(new KeyMissing('k0'));
  });

  it('says at once which key it cannot do without', () => {
    const file = newKeyFile();
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

  describe('under which the keys are changed', () => {
    let file = newKeyFile();
    const changing = new KeyRing(file, () => file);
    const before = { id: file.current, sealed: changing.seal('text', 'place'), signed: changing.sign('root') };
    const token = changing.tokenSecret();

    it('encrypts and signs with the new one, and opens and proves what the old one made', () => {
      file = withNewKey(file);
      expect(changing.current).not.toBe(before.id);
      expect(changing.seal('text', 'place').split('.')[1]).toBe(changing.current);
      expect(changing.open(before.sealed, 'place')).toBe('text');
      expect(changing.isSigned('root', before.signed.keyId, before.signed.signature)).toBe(true);
      expect(changing.tokenSecret(before.id)).toBe(token);
      expect(changing.tokenSecret()).not.toBe(token);
    });

    it('keeps of a dropped key only what proves its signatures', () => {
      file = withoutKey(file, before.id);
      expect(() => changing.open(before.sealed, 'place')).toThrow(new KeyMissing(before.id));
      expect(() => changing.tokenSecret(before.id)).toThrow(new KeyMissing(before.id, 'token'));
      expect(changing.isSigned('root', before.signed.keyId, before.signed.signature)).toBe(true);
      expect(changing.sealingPublicKeys().map(({ keyId }) => keyId)).toEqual([before.id, changing.current]);
      expect(JSON.stringify(file)).not.toContain(token);
    });

    it('does not let the key in use be dropped', () => {
      expect(() => withoutKey(file, file.current)).toThrow('is in use');
    });
  });
});
