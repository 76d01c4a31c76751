import { formatDay } from '../../lib/dates';
import { titleOf } from '../../lib/directory';
import { t } from '../../lib/messages';
import { formatNumber } from '../../lib/numbers';
import type { Score } from './sheet';
import './Form.css';

const decimals = (value: number): number => (Number.isInteger(value) ? 0 : 2);

export function scoreWords(score: Score): string {
  if (score.band) return titleOf(score.band);
  return formatNumber(score.value ?? 0, decimals(score.value ?? 0));
}

/** What has changed since the one before, and whether that means anything. */
export function changeWords({ change }: Score): string {
  if (!change) return '';
  const day = formatDay(change.since);
  const by = `${change.by > 0 ? '+' : '−'}${formatNumber(Math.abs(change.by), decimals(change.by))}`;
  if (change.reading === 'same') return t('form.change.same', { day });
  if (change.reading === 'noise') return t('form.change.noise', { by, day, least: formatNumber(change.noticeable ?? 0, decimals(change.noticeable ?? 0)) });
  return t(`form.change.${change.reading}`, { by, day });
}

export function Changed({ score }: { score: Score }) {
  return score.change ? <span class={`score-change ${score.change.reading}`}>{changeWords(score)}</span> : null;
}

/** Numbers with their band in words. */
export function Scores({ scores }: { scores: readonly Score[] }) {
  if (scores.length === 0) return <p class="muted">{t('form.no_score')}</p>;
  return (
    <dl class="facts-list">
      {scores.map((score) => [
        <dt key={`${score.id} title`}>{titleOf(score.titles)}</dt>,
        <dd key={score.id}>
          <strong>{scoreWords(score)}</strong> <Changed score={score} />
        </dd>,
      ])}
    </dl>
  );
}
