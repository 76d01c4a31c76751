import type { Axis, Cut, Measure } from '../api';
import { isTime } from '../model/question';
import { groupWords, summary, valueWords } from '../model/words';

export interface CutChartProps {
  cut: Cut;
  rows: Axis;
  measure: Measure;
}

interface Point {
  key: string;
  title: string;
  value: number;
  words: string;
}

const mostBars = 20;

/** The totals of the rows: a line over time, bars otherwise. The sentence below says the same; the table has all numbers. */
export function CutChart({ cut, rows, measure }: CutChartProps) {
  const points = cut.rows.map((row) => ({ key: row.key, title: groupWords(row, rows), value: row.total.value ?? 0, words: valueWords(row.total, measure) }));
  const words = summary(cut, rows, measure);
  const shown = isTime(rows) ? points : [...points].sort((a, b) => b.value - a.value).slice(0, mostBars);
  return (
    <figure class="cut-chart">
      {isTime(rows) && points.length > 2 ? <Line points={shown} words={words} /> : <Bars points={shown} />}
      <figcaption>{words}</figcaption>
    </figure>
  );
}

function Bars({ points }: { points: readonly Point[] }) {
  const highest = Math.max(...points.map(({ value }) => value), 1);
  return (
    <div class="cut-bars" aria-hidden="true">
      {points.map((point) => (
        <div key={point.key} class="cut-bar">
          <span class="cut-bar-title">{point.title}</span>
          <span class="cut-bar-track">
            <span class="cut-bar-fill" style={{ width: `${(100 * point.value) / highest}%` }} />
          </span>
          <span class="cut-bar-value">{point.words}</span>
        </div>
      ))}
    </div>
  );
}

const width = 640;
const height = 200;

function Line({ points, words }: { points: readonly Point[]; words: string }) {
  const highest = Math.max(...points.map(({ value }) => value), 1);
  const x = (index: number) => (points.length < 2 ? width / 2 : (index * width) / (points.length - 1));
  const y = (value: number) => height - (height * value) / highest;
  const first = points[0];
  const last = points.at(-1);
  return (
    <div class="cut-line">
      <svg viewBox={`-8 -8 ${width + 16} ${height + 16}`} role="img" aria-label={words}>
        {[0, 0.5, 1].map((share) => (
          <line key={share} class="cut-grid" x1="0" x2={width} y1={height * share} y2={height * share} />
        ))}
        <polyline points={points.map(({ value }, index) => `${x(index).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
        {points.map((point, index) => (
          <circle key={point.key} cx={x(index)} cy={y(point.value)} r="5">
            <title>{`${point.title}: ${point.words}`}</title>
          </circle>
        ))}
      </svg>
      <p class="cut-line-ends" aria-hidden="true">
        <span>{first && `${first.title}: ${first.words}`}</span>
        <span>{last && `${last.title}: ${last.words}`}</span>
      </p>
    </div>
  );
}
