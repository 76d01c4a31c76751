// Districts as SVG paths: longitude shrunk by the cosine of the middle latitude, no projection library.
import type { FeatureCollection, Geometry, Position } from 'geojson';
import type { Topology } from 'topojson-specification';

export interface Shape {
  id: string;
  path: string;
  centre: { x: number; y: number };
}

export interface Drawing {
  width: number;
  height: number;
  shapes: Shape[];
}

export type Boundaries = FeatureCollection | Topology;

export async function featuresOf(boundaries: Boundaries): Promise<FeatureCollection> {
  if (boundaries.type === 'FeatureCollection') return boundaries;
  const { feature } = await import('topojson-client');
  const first = Object.values(boundaries.objects)[0];
  if (!first) return { type: 'FeatureCollection', features: [] };
  const read = feature(boundaries, first);
  return read.type === 'FeatureCollection' ? read : { type: 'FeatureCollection', features: [read] };
}

function ringsOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon') return geometry.coordinates;
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat();
  if (geometry.type === 'GeometryCollection') return geometry.geometries.flatMap(ringsOf);
  return [];
}

type Point = readonly [number, number];

/** Centre of gravity and area of a ring; the number stands in the largest one. */
function weigh(ring: readonly Point[]): { area: number; x: number; y: number } {
  let area = 0;
  let x = 0;
  let y = 0;
  ring.forEach(([ax, ay], index) => {
    const [bx, by] = ring[(index + 1) % ring.length] ?? [ax, ay];
    const cross = ax * by - bx * ay;
    area += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  });
  return area === 0 ? { area: 0, x: ring[0]?.[0] ?? 0, y: ring[0]?.[1] ?? 0 } : { area: Math.abs(area) / 2, x: x / (3 * area), y: y / (3 * area) };
}

export function draw(collection: FeatureCollection, width = 1000): Drawing {
  const all = collection.features.flatMap((each) => ringsOf(each.geometry)).flat();
  if (all.length === 0) return { width, height: width, shapes: [] };
  const bounds = all.reduce(
    (box, [x = 0, y = 0]) => ({
      west: Math.min(box.west, x), east: Math.max(box.east, x), south: Math.min(box.south, y), north: Math.max(box.north, y),
    }),
    { west: Infinity, east: -Infinity, south: Infinity, north: -Infinity },
  );
  const shrink = Math.cos((((bounds.south + bounds.north) / 2) * Math.PI) / 180);
  const scale = width / ((bounds.east - bounds.west) * shrink || 1);
  const project = ([x = 0, y = 0]: Position): Point => [(x - bounds.west) * shrink * scale, (bounds.north - y) * scale];
  const shapes = collection.features.map((each) => {
    const rings = ringsOf(each.geometry).map((ring) => ring.map(project));
    const largest = rings.map(weigh).sort((a, b) => b.area - a.area)[0];
    return {
      id: String(each.id ?? each.properties?.id ?? ''),
      path: rings.map((ring) => `M${ring.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}Z`).join(''),
      centre: { x: largest?.x ?? 0, y: largest?.y ?? 0 },
    };
  });
  return { width, height: (bounds.north - bounds.south) * scale, shapes };
}
