import { districtWords, stepOf, type District, type Scale } from './region_model';

export interface TileGridProps {
  districts: readonly District[];
  chosen: string | null;
  scale: Scale;
  onChoose(id: string): void;
}

/** Every district has the same weight, and no boundaries are needed. Hidden from the keyboard: the list says the same. */
export function TileGrid({ districts, chosen, scale, onChoose }: TileGridProps) {
  const placed = districts.filter((district) => district.tile);
  return (
    <div class="tiles" aria-hidden="true">
      {placed.map((district) => (
        <div
          key={district.id}
          class={`tile step-${stepOf(district.share, scale.steps) ?? 0} ${district.id === chosen ? 'chosen' : ''}`}
          style={{ gridRow: String((district.tile?.row ?? 0) + 1), gridColumn: String((district.tile?.column ?? 0) + 1) }}
          title={districtWords(district, scale)}
          onClick={() => onChoose(district.id)}
        >
          <span class="tile-title">{district.title.slice(0, 3)}</span>
          <span class="tile-share">{district.share === null ? '—' : scale.format(district.share)}</span>
          {district.trouble > 0 && <span class="tile-trouble">{district.trouble}</span>}
        </div>
      ))}
    </div>
  );
}
