import { t } from '../../../lib/messages';
import { evidenceReason, type Axis } from '../model/evidence';

export interface EvidenceLevelProps {
  level: number;
  /** The axes that have no better level. */
  weakest: readonly Axis[];
}

/** What the package claims: dots for the eye, a word for everyone, and why it is not higher. */
export function EvidenceLevel({ level, weakest }: EvidenceLevelProps) {
  const reason = evidenceReason(level, weakest);
  return (
    <span>
      <span class="level">
        {[1, 2, 3].map((step) => <i key={step} class={step <= level ? 'on' : ''} aria-hidden="true" />)}
        <span>{t('practices.level_words', { level })}</span>
      </span>
      {reason && <small class="level-reason">{reason}</small>}
    </span>
  );
}
