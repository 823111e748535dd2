import { isIPv4, isIPv6 } from 'node:net';

/** How many failures are let pass: for one name from one address, and from one address for all names. */
export const LOGIN_LIMITS = { windowSeconds: 15 * 60, ofPair: 5, ofAddress: 100 } as const;

/**
 * The address as limits count it. Whoever has one IPv6 address has 2^64 of them: the first 64 bits stand for all.
 */
export function addressGroup(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined && isIPv4(mapped)) return mapped;
  if (!isIPv6(address)) return address;
  const [head = '', tail] = address.split('%')[0]!.toLowerCase().split('::');
  const groups = head === '' ? [] : head.split(':');
  if (tail !== undefined) {
    const after = tail === '' ? [] : tail.split(':');
    const dotted = after.at(-1)?.includes('.') ? 1 : 0;
    while (groups.length < 8 - after.length - dotted) groups.push('0');
    groups.push(...after);
  }
  return `${groups
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
