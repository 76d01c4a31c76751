// An act that must be explained: the words go into the history for everyone to read.
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button, type ButtonProps } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import { useSend } from '../../../lib/send';

export interface ReasonFormProps {
  name: string;
  action: string;
  label?: string;
  hint?: string;
  kind?: ButtonProps['kind'];
  /** Asks for a day as well. */
  day?: { label: string; value: Day | null };
  onSend(reason: string, day: Day | null, key: string): Promise<unknown>;
  onDone(): void;
  onCancel(): void;
}

export function ReasonForm({ name, action, label, hint, kind = 'primary', day, onSend, onDone, onCancel }: ReasonFormProps) {
  const [reason, setReason] = useState('');
  const [chosen, setChosen] = useState<Day | null>(day?.value ?? null);
  const [missing, setMissing] = useState(false);
  const { busy, problem, send } = useSend((key, words: string, when: Day | null) => onSend(words, when, key));
  const errors = fieldErrors(problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    const words = reason.trim();
    setMissing(!words);
    if (!words || (day && !chosen)) return;
    if (await send(words, chosen)) onDone();
  };
  return (
    <form class="reason-form stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      {day && <DateField name="deadline" label={day.label} required value={chosen} error={errors.deadline} onChange={setChosen} />}
      <TextInput
        name={name}
        label={label ?? t('rollout.reason')}
        hint={hint ?? t('rollout.reason_hint')}
        required
        rows={3}
        maxLength={1000}
        value={reason}
        error={errors.reason ?? (missing && !reason.trim() ? t('rollout.reason_missing') : undefined)}
        onChange={setReason}
      />
      <div class="form-actions">
        <Button kind={kind} type="submit" busy={busy}>
          {action}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('rollout.cancel')}
        </Button>
      </div>
    </form>
  );
}
