import { t } from '../../../lib/messages';
import { wordOf } from '../model/words';

/** Dots for the eye, a word for everyone. */
export function EvidenceLevel({ level }: { level: number }) {
  return (
    <span class="level">
      {[1, 2, 3].map((step) => <i key={step} class={step <= level ? 'on' : ''} aria-hidden="true" />)}
      <span>{t('practices.level_words', { level, words: wordOf('level', String(level)) })}</span>
    </span>
  );
}
