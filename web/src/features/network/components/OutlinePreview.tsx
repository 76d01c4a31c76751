import type { FeatureCollection } from 'geojson';
import { draw } from '../../../lib/region_shapes';
import { t } from '../../../lib/messages';

export interface OutlinePreviewProps {
  map: FeatureCollection;
  title(id: string): string;
}

/** What the file would draw: shows at a glance a map that lies on its side or elsewhere. */
export function OutlinePreview({ map, title }: OutlinePreviewProps) {
  const { width, height, shapes } = draw(map);
  return (
    <svg class="outline-preview" viewBox={`-6 -6 ${width + 12} ${height + 12}`} role="img" aria-label={t('network.map.preview', { count: shapes.length })}>
      {shapes.map((shape) => (
        <path key={shape.id} d={shape.path}>
          <title>{title(shape.id)}</title>
        </path>
      ))}
    </svg>
  );
}
