import { formatDay } from '../../lib/dates';
import { titleOf } from '../../lib/directory';
import { t } from '../../lib/messages';
import type { Answers } from './answers';
import { askedOf } from './scoring';
import type { Sheet, SheetField } from './sheet';

function answerWords(field: SheetField, value: unknown): string {
  const option = (id: unknown) => titleOf(field.options.find((each) => each.id === id)?.titles);
  if (value === undefined) return '—';
  if (typeof value === 'boolean') return t(value ? 'form.yes' : 'form.no');
  if (Array.isArray(value)) return value.map(option).join(', ') || '—';
  if (field.type === 'choice') return option(value);
  if (field.type === 'date') return formatDay(String(value));
  const unit = field.unit ? ` ${field.unit}` : '';
  return field.type === 'decimal' || field.type === 'integer' ? String(value).replace('.', ',') + unit : String(value);
}

/** The questions that were asked, with their answers. */
export function Answered({ sheet, answers }: { sheet: Sheet; answers: Answers }) {
  return (
    <section class="card" aria-label={t('form.answers')}>
      <h2>{t('form.answers')}</h2>
      <dl class="facts-list">
        {askedOf(sheet.fields, answers).map((field) => [<dt key={`${field.id} title`}>{titleOf(field.titles)}</dt>, <dd key={field.id}>{answerWords(field, answers[field.id])}</dd>])}
      </dl>
    </section>
  );
}
