import { t } from '../../../lib/messages';
import type { PracticeLevel } from '../api';
import { axesOfEvidence } from '../model/level';

export interface JudgedLevelProps {
  /** Null: nobody judged it. Undefined: not known yet. */
  judged: PracticeLevel | null | undefined;
  /** What the package says of itself. */
  claimed: number;
  short?: boolean;
}

/** The level that the council of the region gave, apart from what the author claims: the same wherever it stands. */
export function JudgedLevel({ judged, claimed, short }: JudgedLevelProps) {
  return (
    <span>
      {judged && (
        <span class="level">
          {[1, 2, 3].map((step) => <i key={step} class={step <= judged.level ? 'on' : ''} aria-hidden="true" />)}
          <span>{t(short ? 'practices.level_of' : 'practices.level_judged', { level: judged.level })}</span>
        </span>
      )}
      {judged === null && <span>{t(short ? 'practices.level_unjudged_short' : 'practices.level_unjudged')}</span>}
      {judged && judged.axes < axesOfEvidence && <small class="level-reason">{t('practices.level_axes', { axes: judged.axes })}</small>}
      <small class="level-reason">{t('practices.level_claimed', { level: claimed })}</small>
    </span>
  );
}
