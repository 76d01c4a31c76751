import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { MatrixSign } from './MatrixSign';
import { colours, coloursOf, type Chosen, type Colour } from './matrix_model';

export function MatrixLegend() {
  return (
    <ul class="matrix-legend" aria-label={t('rollout.legend')}>
      {colours.map((colour) => (
        <li key={colour}>
          <Swatch colour={colour} />
          {t(`rollout.colour.${colour}`)}
        </li>
      ))}
    </ul>
  );
}

function Swatch({ colour }: { colour: Colour }) {
  return (
    <span class={`matrix-swatch ${colour}`}>
      <MatrixSign colour={colour} />
    </span>
  );
}

export interface MatrixFilterProps {
  counts: ReadonlyMap<Colour, number>;
  chosen: Chosen | null;
  onChoose(colour: Chosen | null): void;
}

/** The legend that counts and filters: what a sign means is read where it is chosen. */
export function MatrixFilter({ counts, chosen, onChoose }: MatrixFilterProps) {
  const within = chosen ? coloursOf(chosen) : [];
  return (
    <ul class="matrix-filter" aria-label={t('rollout.filter.state')}>
      {colours
        .filter((colour) => counts.get(colour) || within.includes(colour))
        .map((colour) => (
          <li key={colour}>
            <button type="button" aria-pressed={within.includes(colour)} onClick={() => onChoose(colour === chosen ? null : colour)}>
              <Swatch colour={colour} />
              {t(`rollout.colour.${colour}`)}
              <span class="matrix-filter-count">{formatNumber(counts.get(colour) ?? 0)}</span>
            </button>
          </li>
        ))}
    </ul>
  );
}
