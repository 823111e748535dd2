const SIGNS = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉';

/** The name of the nth application of a drill: lawful, and nobody else's. */
export function nameOf(n: number): string {
  const signs = [Math.floor(n / 400) % 20, Math.floor(n / 20) % 20, n % 20].map((index) => SIGNS[index]);
  return `北京市智能装备${signs.join('')}技术学会`;
}

/** Does the work for 0 … count - 1, so many at a time. */
export async function each(count: number, atOnce: number, work: (index: number) => Promise<unknown>): Promise<void> {
  let next = 0;
  const hand = async () => {
    while (next < count) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, hand));
}
