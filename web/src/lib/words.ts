/** The words of an enumeration of the API document, in the order of the screens: one too few or too many does not compile. */
export function wordsOf<Word extends string>(words: Record<Word, unknown>): readonly Word[] {
  return Object.keys(words) as Word[];
}
