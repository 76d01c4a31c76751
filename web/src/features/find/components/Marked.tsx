import type { FoundText } from '../api';

/** The text with what answers the question marked: the server says where, and the text stays a text. */
export function Marked({ text: { text, marks } }: { text: FoundText }) {
  const ends = marks.map(({ to }) => to);
  return (
    <>
      {marks.map(({ from, to }, index) => (
        <>
          {text.slice(ends[index - 1] ?? 0, from)}
          <mark>{text.slice(from, to)}</mark>
        </>
      ))}
      {text.slice(ends[ends.length - 1] ?? 0)}
    </>
  );
}
