import { t } from '../../../lib/messages';
import './Matrix.css';
import { MatrixSign } from './MatrixSign';
import { colourOf, stoppedInSpite, type Colour } from './matrix_model';
import type { StageState } from '../model/types';

/** The cell of the matrix as a word: the same sign and colour everywhere. */
export function ColourTag({ colour }: { colour: Colour }) {
  return (
    <span class={`colour-tag matrix-swatch ${colour}`}>
      <MatrixSign colour={colour} />
      {t(`rollout.colour.${colour}`)}
    </span>
  );
}

export function StateTag({ state }: { state: StageState }) {
  const colour = colourOf(state);
  const late = state.days_late > 0 && (colour === 'reached' || colour === 'overdue');
  return (
    <>
      <ColourTag colour={colour} />
      {stoppedInSpite({ colour, stage: state.stage }) && <span class={`late-by ${colour}`}>{t('rollout.by_centre')}</span>}
      {late && <span class={`late-by ${colour}`}>{t(colour === 'overdue' ? 'rollout.cell.days_over' : 'rollout.cell.days_late', { days: state.days_late })}</span>}
    </>
  );
}
