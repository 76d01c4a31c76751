import { t } from '../../lib/messages';
import type { Answers } from './answers';
import { askedOf, scoresOf } from './scoring';
import { Scores } from './Scores';
import type { Sheet } from './sheet';
import './Form.css';

/** What the answers come to so far. The server counts again when it writes. */
export function Running({ sheet, answers }: { sheet: Sheet; answers: Answers }) {
  if (sheet.scores.length === 0) return null;
  const asked = askedOf(sheet.fields, answers);
  const scores = scoresOf(sheet.fields, sheet.scores, answers);
  return (
    <section class="running-score" aria-label={t('form.running')}>
      <p class="muted">{t('form.answered', { done: asked.filter(({ id }) => id in answers).length, all: asked.length })}</p>
      {scores.length > 0 ? <Scores scores={scores} /> : <p class="muted">{t('form.running_none')}</p>}
    </section>
  );
}
