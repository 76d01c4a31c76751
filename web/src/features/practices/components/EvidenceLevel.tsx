import { t } from '../../../lib/messages';

/** Dots for the eye, a word for everyone. */
export function EvidenceLevel({ level, short }: { level: number; short?: boolean }) {
  return (
    <span class="level">
      {[1, 2, 3].map((step) => <i key={step} class={step <= level ? 'on' : ''} aria-hidden="true" />)}
      <span>{t(short ? 'practices.level_of' : 'practices.level_words', { level })}</span>
    </span>
  );
}
