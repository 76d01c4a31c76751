import { useRef, useState } from 'preact/hooks';
import { today } from '../../lib/dates';
import { asProblem, fieldErrors, fieldName, newKey, type FieldProblem, type Problem } from '../../lib/api';
import { titleOf } from '../../lib/directory';
import { t } from '../../lib/messages';
import { Button } from '../Button';
import { DateField } from '../DateField';
import { ErrorSummary } from '../ErrorSummary';
import { TextInput } from '../TextInput';
import { answersOf, forgotten, screensOf, type Answers, type Typed } from './answers';
import { Question } from './Question';
import { Running } from './Running';
import { askedOf } from './scoring';
import type { Sheet, SheetField } from './sheet';

export interface Filling {
  filled_on: string;
  answers: Answers;
  reason: string;
}

export interface FillFormProps<Made> {
  sheet: Sheet;
  typed: Typed;
  day: string;
  /** A correction says why. */
  correcting: boolean;
  onTyped(typed: Typed): void;
  /** Another day may have another version of the sheet. */
  onDay?(day: string): void;
  onSave(filling: Filling, key: string): Promise<Made>;
  onSaved(made: Made): void;
}

function forgottenProblem(missing: readonly string[]): Problem {
  const errors: FieldProblem[] = missing.map((name) => ({ pointer: `/${name}`, code: 'form.forgotten', detail: t('form.forgotten') }));
  return { type: 'about:blank', title: '', status: 0, detail: '', code: 'form.forgotten', request_id: null, retry_after: null, errors };
}

/** The screen that a named field stands on; the last one holds the day and the reason. */
function screenOf(screens: readonly SheetField[][], name: string): number {
  const found = screens.findIndex((fields) => fields.some(({ id }) => name === `answers/${id}` || name.startsWith(`answers/${id}/`)));
  return found < 0 ? screens.length - 1 : found;
}

export function FillForm<Made>({ sheet, typed, day, correcting, onTyped, onDay, onSave, onSaved }: FillFormProps<Made>) {
  const asked = askedOf(sheet.fields, answersOf(sheet.fields, typed));
  const screens = screensOf(asked);
  // What is answered on a screen may take later ones away.
  const [wanted, setAt] = useState(0);
  const at = Math.min(wanted, Math.max(screens.length - 1, 0));
  const [filledOn, setFilledOn] = useState<string | null>(day);
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const form = useRef<HTMLFormElement>(null);
  const fields = screens[at] ?? [];
  const last = at >= screens.length - 1;
  const errors = fieldErrors(problem);
  const answers = answersOf(asked, typed);

  const go = (to: number) => {
    setAt(to);
    setTimeout(() => form.current?.querySelector<HTMLElement>('input, textarea, select')?.focus());
  };
  const next = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const missing = forgotten(fields, typed).map(({ id }) => `answers/${id}`);
    if (last && !filledOn) missing.push('filled_on');
    if (last && correcting && reason.trim().length < 3) missing.push('reason');
    setProblem(missing.length > 0 ? forgottenProblem(missing) : null);
    if (missing.length > 0) return;
    if (!last) return go(at + 1);
    setBusy(true);
    try {
      onSaved(await onSave({ filled_on: filledOn ?? '', answers, reason: reason.trim() }, key.current));
    } catch (error) {
      const refused = asProblem(error);
      setProblem(refused);
      const first = refused.errors[0];
      if (first) setAt(screenOf(screens, fieldName(first.pointer)));
    } finally {
      key.current = newKey();
      setBusy(false);
    }
  };
  const changeDay = (chosen: string | null) => {
    setFilledOn(chosen);
    if (chosen) onDay?.(chosen);
  };
  return (
    <form ref={form} class="card stack" noValidate aria-label={titleOf(sheet.titles)} onSubmit={(event) => void next(event)}>
      {screens.length > 1 && (
        <p class="muted" role="status">{t('form.screen', { at: at + 1, of: screens.length })}</p>
      )}
      {sheet.items_licensed && at === 0 && <p class="muted">{t('form.licensed')}</p>}
      <ErrorSummary problem={problem} />
      {fields.map((field) => (
        <Question
          key={field.id}
          field={field}
          value={typed[field.id] ?? ''}
          error={errors[`answers/${field.id}`]}
          onChange={(value) => onTyped({ ...typed, [field.id]: value })}
        />
      ))}
      {last && <DateField name="filled_on" label={t('form.filled_on')} required max={today()} value={filledOn} error={errors.filled_on} onChange={changeDay} />}
      {last && correcting && <TextInput name="reason" label={t('form.reason')} required maxLength={500} value={reason} error={errors.reason} onChange={setReason} />}
      <Running sheet={sheet} answers={answers} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t(last ? 'form.save' : 'form.next')}</Button>
        {at > 0 && <Button onClick={() => go(at - 1)}>{t('form.back')}</Button>}
      </div>
    </form>
  );
}
