import { districtWords, placedTiles, stepOf, type District, type Scale } from './region_model';

export interface TileGridProps {
  districts: readonly District[];
  chosen: string | null;
  scale: Scale;
  onChoose(id: string): void;
  /** All districts in their places, or in a row those that the picture lacks. */
  kind?: 'grid' | 'lacking';
}

/** "город Бердск" is known by its own name. */
const ownName = (title: string) => title.match(/\p{Lu}.*/u)?.[0] ?? title;

/** Every district has the same weight, and no boundaries are needed. Hidden from the keyboard: the list says the same. */
export function TileGrid({ districts, chosen, scale, onChoose, kind = 'grid' }: TileGridProps) {
  return (
    <div class={`tiles ${kind}`} aria-hidden="true">
      {placedTiles(districts).map(({ district, row, column }) => (
        <div
          key={district.id}
          class={`tile step-${stepOf(district.share, scale.steps) ?? 0} ${district.trouble > 0 ? 'troubled' : ''} ${district.id === chosen ? 'chosen' : ''}`}
          style={{ gridRow: String(row + 1), gridColumn: String(column + 1) }}
          title={districtWords(district, scale)}
          onClick={() => onChoose(district.id)}
        >
          <span class="tile-title">{ownName(district.title)}</span>
          <span class="tile-share">{district.share === null ? '—' : scale.format(district.share)}</span>
          {district.trouble > 0 && <span class="tile-trouble">{district.trouble}</span>}
        </div>
      ))}
    </div>
  );
}
