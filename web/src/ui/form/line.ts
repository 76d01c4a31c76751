// Points of a polyline in a box of 100 by 30; days keep their distances. Pure.
export interface Point {
  day: string;
  value: number;
}

export function lineOf(points: readonly Point[]): [number, number][] {
  const days = points.map(({ day }) => Date.parse(day));
  const values = points.map(({ value }) => value);
  const spread = (all: readonly number[], value: number): number => {
    const least = Math.min(...all);
    const width = Math.max(...all) - least;
    return width === 0 ? 0.5 : (value - least) / width;
  };
  return points.map(({ value }, at) => [4 + 92 * spread(days, days[at] ?? 0), 26 - 22 * spread(values, value)]);
}
