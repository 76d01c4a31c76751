import { t } from '../../../lib/messages';
import type { Outcome } from '../api';
import './Verdicts.css';

const shapes: Record<Outcome, preact.JSX.Element> = {
  met: <path d="M2.5 7.5l3 3 6-7" />,
  failed: <path d="M3.5 3.5l7 7M10.5 3.5l-7 7" />,
  no_data: <path d="M3.5 7h7" />,
  waived: <path d="M3 11L11 3" />,
};

/** The sign and the word say the same; where only the sign fits, the word is for those who listen. */
export function VerdictSign({ outcome, words = 'shown' }: { outcome: Outcome; words?: 'shown' | 'spoken' }) {
  return (
    <span class={`verdict-sign ${outcome}`}>
      <svg viewBox="0 0 14 14" aria-hidden="true" focusable="false">
        {shapes[outcome]}
      </svg>
      <span class={words === 'shown' ? 'outcome' : 'visually-hidden'}>{t(`verdicts.outcome.${outcome}`)}</span>
    </span>
  );
}
