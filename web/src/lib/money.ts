// Sums as people type them: roubles, with a comma or a point before the kopecks.

export function roublesOf(kopecks: number | null | undefined): string {
  if (kopecks === null || kopecks === undefined) return '';
  const [whole = '', part] = String(kopecks / 100).split('.');
  return whole.replace(/\B(?=(\d{3})+$)/g, '\u00a0') + (part ? `,${part}` : '');
}

/** Kopecks; undefined for nothing typed, null for what is no sum. */
export function kopecksOf(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0]/g, '').replace(',', '.');
  if (plain === '') return undefined;
  if (!/^\d{1,10}(\.\d{1,2})?$/.test(plain)) return null;
  return Math.round(Number(plain) * 100);
}
