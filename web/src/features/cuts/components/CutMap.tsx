import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { draw, featuresOf, type Drawing } from '../../../lib/region_shapes';
import { getMap, type Cut, type Measure } from '../api';
import { valueWords } from '../model/words';

function useDrawing(): Drawing | null {
  const map = useQuery({ queryKey: ['network', 'map'], queryFn: getMap, staleTime: 300_000 }).data;
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let alive = true;
    if (map?.features.length) void featuresOf(map).then((features) => alive && setDrawing(draw(features)));
    return () => {
      alive = false;
    };
  }, [map]);
  return drawing;
}

/** The rows of districts on the map: darker is more, of five steps of the largest. The table says the same in numbers. */
export function CutMap({ cut, measure }: { cut: Cut; measure: Measure }) {
  const drawing = useDrawing();
  if (!drawing) return null;
  const rows = new Map(cut.rows.map((row) => [row.key, row]));
  const highest = Math.max(...cut.rows.map((row) => (row.key ? (row.total.value ?? 0) : 0)), 0);
  const step = (value: number | undefined) => (!value || highest === 0 ? 0 : Math.max(1, Math.ceil((5 * value) / highest)));
  return (
    <svg class="cut-map" viewBox={`-6 -6 ${drawing.width + 12} ${drawing.height + 12}`} role="img" aria-label={t('cuts.map')}>
      {drawing.shapes.map((shape) => {
        const row = rows.get(shape.id);
        return (
          <path key={shape.id} d={shape.path} style={{ fill: `var(--step-${step(row?.total.value ?? undefined)})` }}>
            {row && <title>{`${row.title}: ${valueWords(row.total, measure)}`}</title>}
          </path>
        );
      })}
    </svg>
  );
}
