import { lineOf, type Point } from './line';
import './Form.css';

/** What a score has been, as a line; the figures stand beside it in words. */
export function ScoreLine({ points }: { points: readonly Point[] }) {
  const line = lineOf(points);
  return (
    <svg class="score-line" viewBox="0 0 100 30" preserveAspectRatio="none" aria-hidden="true">
      <polyline points={line.map((point) => point.join(',')).join(' ')} vector-effect="non-scaling-stroke" />
      {line.map(([x, y]) => <circle key={x} cx={x} cy={y} r="2" />)}
    </svg>
  );
}
