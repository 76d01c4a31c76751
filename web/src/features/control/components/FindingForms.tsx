import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import { recheck, sayDone, type FindingView } from '../api';
import { TermField } from './TermField';

interface FormProps {
  finding: string;
  onDone(view: FindingView): void;
}

export function DoneForm({ finding, onDone }: FormProps) {
  const [note, setNote] = useState('');
  const { busy, problem, send } = useSend(async (key, words: string) => onDone(await sayDone(finding, words, key)));
  return (
    <div class="stack">
      <ErrorSummary problem={problem} />
      <TextInput name="note" label={t('control.done_note')} rows={2} maxLength={4000} value={note} onChange={setNote} />
      <div><Button kind="primary" busy={busy} onClick={() => void send(note.trim())}>{t('control.done_do')}</Button></div>
    </div>
  );
}

export function RecheckForm({ finding, onDone }: FormProps) {
  const [note, setNote] = useState('');
  const [days, setDays] = useState(30);
  const { busy, problem, send } = useSend(async (key, body: Parameters<typeof recheck>[1]) => onDone(await recheck(finding, body, key)));
  const errors = fieldErrors(problem);
  return (
    <div class="stack">
      <ErrorSummary problem={problem} />
      <TextInput name="note" label={t('control.recheck_note')} rows={2} maxLength={4000} value={note} error={errors.note} onChange={setNote} />
      <div><Button kind="primary" busy={busy} onClick={() => void send({ accepted: true, note: note.trim() })}>{t('control.accept')}</Button></div>
      <TermField value={days} error={errors.days} onChange={setDays} />
      <div><Button busy={busy} onClick={() => void send({ accepted: false, note: note.trim(), days })}>{t('control.send_back')}</Button></div>
    </div>
  );
}
