import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay, parseDay, type Day } from '../lib/dates';
import { useLazy } from '../lib/lazy';
import { t } from '../lib/messages';
import { useSteady } from '../lib/press';
import { Button } from './Button';
import { Dialog } from './Dialog';
import { Field, type FieldProps } from './Field';
import { unfinishedMark } from './unfinished';

export interface DateFieldProps extends FieldProps {
  value: Day | null;
  onChange(value: Day | null): void;
  /** A memorable date, such as a birthday, is only ever typed. */
  calendar?: 'offered' | 'none';
  min?: Day;
  max?: Day;
}

export function DateField({ value, onChange, calendar = 'offered', min, max, ...field }: DateFieldProps) {
  const [typed, setTyped] = useState(value ? formatDay(value) : '');
  const [unread, setUnread] = useState(false);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const part = useLazy(() => import('./Calendar'), open);

  useEffect(() => {
    if (value && parseDay(typed) !== value) setTyped(formatDay(value));
    // A form that was emptied empties its date; what could not be read stays for its writer to mend.
    if (!value && parseDay(typed)) setTyped('');
  }, [value]);

  const leave = () => {
    const day = parseDay(typed);
    setUnread(typed.trim() !== '' && day === null);
    if (day) setTyped(formatDay(day));
    if (day !== value) onChange(day);
  };
  // The words of a wrong day make the field higher: they wait for the click that left it.
  const error = useSteady(unread ? t('ui.date_unreadable') : field.error);
  const unreadable = typed.trim() !== '' && parseDay(typed) === null;

  return (
    <Field {...field} error={error} hint={field.hint ?? t('ui.date_hint')}>
      {(control) => (
        <div class="date-field">
          <input
            {...control}
            {...unfinishedMark(field.name, unreadable ? 'day' : null)}
            class="input date"
            inputMode="numeric"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
            onBlur={leave}
            // Enter sends the form without leaving the field.
            onKeyDown={(event) => event.key === 'Enter' && leave()}
          />
          {calendar === 'offered' && (
            <Button buttonRef={button} kind="quiet" icon="calendar" name={t('ui.calendar_for', { label: field.label })} onClick={() => setOpen(true)} />
          )}
          <Dialog title={field.label} open={open} onClose={() => setOpen(false)}>
            {part && (
              <part.Calendar
                value={value}
                min={min}
                max={max}
                onChoose={(day) => {
                  setOpen(false);
                  setUnread(false);
                  setTyped(formatDay(day));
                  onChange(day);
                }}
              />
            )}
          </Dialog>
        </div>
      )}
    </Field>
  );
}
