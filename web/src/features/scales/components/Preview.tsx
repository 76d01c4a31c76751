import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { answersOf, type Typed } from '../../../ui/form/answers';
import { Question } from '../../../ui/form/Question';
import { Running } from '../../../ui/form/Running';
import { askedOf } from '../../../ui/form/scoring';
import type { Sheet } from '../../../ui/form/sheet';

/** Filled to see what comes of it; nothing is kept. */
export function Preview({ sheet }: { sheet: Sheet }) {
  const [typed, setTyped] = useState<Typed>({});
  const asked = askedOf(sheet.fields, answersOf(sheet.fields, typed));
  return (
    <section class="card stack no-print" aria-label={t('scales.preview')}>
      <h2>{t('scales.preview')}</h2>
      <p class="muted">{t('scales.preview_lead')}</p>
      {asked.map((field) => (
        <Question key={field.id} field={field} value={typed[field.id] ?? ''} error={undefined} onChange={(value) => setTyped({ ...typed, [field.id]: value })} />
      ))}
      <Running sheet={sheet} answers={answersOf(asked, typed)} />
    </section>
  );
}
