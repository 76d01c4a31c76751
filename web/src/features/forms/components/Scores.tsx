import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import type { Score } from '../api';

export function scoreWords(score: Score): string {
  if (score.band) return titleOf(score.band);
  return formatNumber(score.value ?? 0, Number.isInteger(score.value) ? 0 : 2);
}

/** Numbers with their band in words. */
export function Scores({ scores }: { scores: readonly Score[] }) {
  if (scores.length === 0) return <p class="muted">{t('forms.no_score')}</p>;
  return (
    <dl class="facts-list">
      {scores.map((score) => [
        <dt key={`${score.id} title`}>{titleOf(score.titles)}</dt>,
        <dd key={score.id}><strong>{scoreWords(score)}</strong></dd>,
      ])}
    </dl>
  );
}
