import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { MatrixSign } from './MatrixSign';
import { colours, coloursOf, type Chosen, type Colour } from './matrix_model';

/** Of the colours that the view can show. */
export function MatrixLegend({ of = colours }: { of?: readonly Colour[] }) {
  return (
    <ul class="matrix-legend" aria-label={t('rollout.legend')}>
      {of.map((colour) => (
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
  of?: readonly Colour[];
  counts: ReadonlyMap<Colour, number>;
  chosen: Chosen | null;
  onChoose(colour: Chosen | null): void;
}

/** The legend that counts and filters: what a sign means is read where it is chosen. */
export function MatrixFilter({ of = colours, counts, chosen, onChoose }: MatrixFilterProps) {
  const within = chosen ? coloursOf(chosen) : [];
  return (
    <ul class="matrix-filter" aria-label={t('rollout.filter.state')}>
      {of
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
