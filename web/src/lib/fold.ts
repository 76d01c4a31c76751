// Search must forgive a missing Kazakh letter and a keyboard left in the other layout.
const folded: Record<string, string> = {
  ё: 'е', ә: 'а', қ: 'к', ғ: 'г', ң: 'н', ө: 'о', ұ: 'у', ү: 'у', һ: 'х', і: 'и',
};
const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const cyrillic = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

export function fold(text: string): string {
  return text.toLocaleLowerCase().replace(/[ёәқғңөұүһі]/g, (letter) => folded[letter] ?? letter).replace(/\s+/g, ' ').trim();
}

export function otherLayout(text: string): string {
  return [...text.toLocaleLowerCase()]
    .map((letter) => {
      const toCyrillic = latin.indexOf(letter);
      if (toCyrillic >= 0) return cyrillic[toCyrillic];
      const toLatin = cyrillic.indexOf(letter);
      return toLatin >= 0 ? latin[toLatin] : letter;
    })
    .join('');
}

export function matches(haystack: string, needle: string): boolean {
  const text = fold(haystack);
  return text.includes(fold(needle)) || text.includes(fold(otherLayout(needle)));
}
