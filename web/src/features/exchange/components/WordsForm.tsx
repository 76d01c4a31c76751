// An act that needs words: a reason, an answer, a protocol.
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button, type ButtonProps } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';

export interface WordsFormProps {
  name: string;
  label: string;
  action: string;
  value?: string;
  rows?: number;
  maxLength?: number;
  kind?: ButtonProps['kind'];
  onSend(words: string, key: string): Promise<unknown>;
  onDone(): void;
  onCancel(): void;
}

export function WordsForm({ name, label, action, value = '', rows = 3, maxLength = 1000, kind = 'primary', onSend, onDone, onCancel }: WordsFormProps) {
  const [words, setWords] = useState(value);
  const { busy, problem, send } = useSend((key, said: string) => onSend(said, key));
  const errors = fieldErrors(problem);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await send(words.trim())) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <TextInput name={name} label={label} required rows={rows} maxLength={maxLength} value={words} error={errors.reason ?? errors.answer ?? errors.text} onChange={setWords} />
      <div class="form-actions">
        <Button kind={kind} type="submit" busy={busy}>
          {action}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t('exchange.cancel')}
        </Button>
      </div>
    </form>
  );
}
