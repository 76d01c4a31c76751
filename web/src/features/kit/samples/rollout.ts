// An invented region: made by rule, so that every run and every picture is the same.
import type { FeatureCollection, Position } from 'geojson';
import names from './names.json';

export { names };

function noise(seed: number): number {
  const value = Math.sin(seed * 127.1 + 311.7) * 43758.5453;
  return value - Math.floor(value);
}

const stages = [
  ['reached', 'delivering', -2], ['reached', 'sustained', -9], ['under_way', 'preparing', 3], ['before_preparing', 'assigned', 6],
  ['overdue', 'preparing', -4], ['late_forecast', 'ready', 1], ['lapsed', 'lapsed', -12], ['reached', 'delivering', -5],
  ['under_way', 'started', 2], ['none', 'chosen', 0], ['stopped', 'stopped', 4],
] as const;

function month(offset: number): string {
  const date = new Date(Date.UTC(2026, 10 + offset + 1, 0));
  return date.toISOString().slice(0, 10);
}

export const matrix = {
  centres: names.centres.map((title, index) => ({ id: `c${index}`, title })),
  practices: names.practices.map((title, index) => ({ id: `p${index}`, title })),
  cells: names.centres.map((_, row) =>
    names.practices.map((_, column) => {
      const seed = noise(row * 31 + column * 7 + 1);
      if (seed > 0.94) return null;
      const [colour, stage, offset] = stages[Math.floor(seed * 11.6) % stages.length] ?? stages[0];
      return {
        colour,
        stage,
        since: month(offset - 2),
        deadline: colour === 'none' ? null : month(offset + Math.floor(noise(row + column) * 3)),
        forecast: colour === 'late_forecast' ? month(offset + 4) : null,
        days_late: colour === 'reached' && noise(row * column) > 0.85 ? 12 : null,
        flags: noise(row * 5 + column * 3) > 0.96 ? 2 : 0,
      };
    }),
  ),
};

const wide = 6;
const high = 4;

function corner(x: number, y: number): Position {
  const shiftX = (noise(x * 13 + y * 57) - 0.5) * 0.62;
  const shiftY = (noise(x * 91 + y * 29 + 5) - 0.5) * 0.62;
  return [46 + x + shiftX, 52.4 - (y + shiftY) * 0.62];
}

/** A border broken into short pieces, the same from both sides. */
function border(a: Position, b: Position, depth = 4): Position[] {
  if (depth === 0) return [a];
  const [[ax = 0, ay = 0], [bx = 0, by = 0]] = [a, b];
  const shift = (noise(Math.min(ax, bx) * 17 + Math.min(ay, by) * 43 + Math.max(ax, bx)) - 0.5) * 0.34;
  const sign = ax + ay < bx + by ? 1 : -1;
  const middle: Position = [(ax + bx) / 2 - (by - ay) * shift * sign, (ay + by) / 2 + (bx - ax) * shift * sign * 0.6];
  return [...border(a, middle, depth - 1), ...border(middle, b, depth - 1)];
}

export const boundaries: FeatureCollection = {
  type: 'FeatureCollection',
  features: names.centres.map((_, index) => {
    const x = index % wide;
    const y = Math.floor(index / wide);
    const corners = [corner(x, y), corner(x + 1, y), corner(x + 1, y + 1), corner(x, y + 1)];
    const ring = corners.flatMap((from, at) => border(from, corners[(at + 1) % 4] ?? from));
    return { type: 'Feature', id: `d${index}`, properties: {}, geometry: { type: 'Polygon', coordinates: [[...ring, ring[0] ?? []]] } };
  }),
};

export const districts = names.centres.map((title, index) => ({
  id: `d${index}`,
  title,
  share: index === 10 ? null : Math.round(noise(index * 3 + 2) * 100) / 100,
  trouble: noise(index * 11) > 0.55 ? Math.floor(noise(index) * 6) : 0,
  tile: { row: Math.floor(index / wide) % high, column: index % wide },
}));
