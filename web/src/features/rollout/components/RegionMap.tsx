import { useEffect, useMemo, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { DistrictList } from './DistrictList';
import './RegionMap.css';
import { districtWords, shareScale, stepOf, stepTitles, type District, type Scale } from './region_model';
import { draw, featuresOf, type Boundaries, type Drawing } from '../../../lib/region_shapes';
import { TileGrid } from './TileGrid';

export interface RegionMapProps {
  title: string;
  districts: readonly District[];
  /** Features carry the district's id; null shows the tile grid. */
  boundaries: Boundaries | null;
  chosen: string | null;
  onChoose(id: string | null): void;
  scale?: Scale;
  /** The table of the same data; a page that shows it elsewhere leaves it out. */
  table?: 'beside' | 'elsewhere';
  /** Owed to the source of the boundaries. */
  credit?: string;
}

function useDrawing(boundaries: Boundaries | null): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let alive = true;
    if (!boundaries) setDrawing(null);
    else void featuresOf(boundaries).then((features) => alive && setDrawing(draw(features)));
    return () => {
      alive = false;
    };
  }, [boundaries]);
  return drawing;
}

/** The picture is for the eye and the mouse; the list beside it is the same data for the keyboard and the reader. */
export function RegionMap({ title, districts, boundaries, chosen, onChoose, scale = shareScale(), table = 'beside', credit }: RegionMapProps) {
  const drawing = useDrawing(boundaries);
  const known = useMemo(() => new Map(districts.map((district) => [district.id, district])), [districts]);
  const lacking = drawing ? districts.filter(({ id }) => !drawing.shapes.some((shape) => shape.id === id)) : [];
  const [pointed, setPointed] = useState<string | null>(null);
  const named = known.get(pointed ?? chosen ?? '');
  const toggle = (id: string) => onChoose(id === chosen ? null : id);
  return (
    <div class="region">
      <div class={`region-parts ${table}`}>
      <figure class={`region-figure ${drawing ? 'drawn' : 'tiled'}`}>
        {drawing && <Picture title={title} drawing={drawing} known={known} chosen={chosen} scale={scale} onChoose={toggle} onPoint={setPointed} />}
        {drawing && <p class="region-pointed" aria-hidden="true">{named ? districtWords(named, scale) : '\u00a0'}</p>}
        {lacking.length > 0 && (
          <div class="region-lacking">
            <p>{t('rollout.no_outline')}</p>
            <TileGrid kind="lacking" districts={lacking} chosen={chosen} scale={scale} onChoose={toggle} />
          </div>
        )}
        <TileGrid districts={districts} chosen={chosen} scale={scale} onChoose={toggle} />
        <figcaption>
          <ul class="region-legend" aria-label={t('rollout.legend')}>
            {stepTitles(scale).map((words, index) => (
              <li key={words}>
                <span class={`region-swatch step-${index + 1}`} />
                {words}
              </li>
            ))}
            <li>
              <span class="region-swatch trouble" />
              {t('rollout.trouble_circle')}
            </li>
          </ul>
          {credit && drawing && <p class="region-credit">{credit}</p>}
        </figcaption>
      </figure>
      {table === 'beside' && <DistrictList districts={districts} chosen={chosen} scale={scale} onChoose={toggle} />}
      </div>
    </div>
  );
}

interface PictureProps {
  title: string;
  drawing: Drawing;
  known: Map<string, District>;
  chosen: string | null;
  scale: Scale;
  onChoose(id: string): void;
  onPoint(id: string | null): void;
}

function Picture({ title, drawing, known, chosen, scale, onChoose, onPoint }: PictureProps) {
  const all = [...known.values()];
  const summary = t('rollout.map_summary', { count: all.length, trouble: all.filter((each) => each.trouble > 0).length });
  return (
    <svg class="region-picture" viewBox={`-6 -6 ${drawing.width + 12} ${drawing.height + 12}`} role="img" aria-label={`${title}. ${summary}`}>
      {drawing.shapes.map((shape) => {
        const district = known.get(shape.id);
        return (
          <path
            key={shape.id}
            d={shape.path}
            class={`region-shape step-${district ? (stepOf(district.share, scale.steps) ?? 0) : 0} ${shape.id === chosen ? 'chosen' : ''}`}
            onClick={() => district && onChoose(shape.id)}
            onMouseEnter={() => onPoint(shape.id)}
            onMouseLeave={() => onPoint(null)}
          >
            {district && <title>{districtWords(district, scale)}</title>}
          </path>
        );
      })}
      {chosen && <path class="region-outline" d={drawing.shapes.find((shape) => shape.id === chosen)?.path} />}
      {drawing.shapes.map((shape) => {
        const trouble = known.get(shape.id)?.trouble ?? 0;
        return trouble > 0 ? (
          <g key={shape.id} class="region-circle" transform={`translate(${shape.centre.x.toFixed(1)} ${shape.centre.y.toFixed(1)})`}>
            <circle r="17" />
            <text text-anchor="middle" dominant-baseline="central">{trouble > 99 ? '99+' : trouble}</text>
          </g>
        ) : null;
      })}
    </svg>
  );
}
