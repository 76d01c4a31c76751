import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { sayOther } from '../api';

export interface OtherDialogProps {
  /** Of whom it is said that they are two people. */
  pair: string | null;
  onClose(): void;
  onDone(): void;
}

function Form({ pair, onClose, onDone }: OtherDialogProps & { pair: string }) {
  const [reason, setReason] = useState('');
  const { busy, problem, send } = useSend((key: string, words: string) => sayOther(pair, words, key));
  const save = async () => {
    if (!(await send(reason.trim()))) return;
    notify(t('duplicates.told_apart'));
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorSummary problem={problem} />
      <TextInput name="reason" label={t('duplicates.other_reason')} hint={t('duplicates.reason_hint')} required rows={2} maxLength={500} value={reason} error={fieldErrors(problem).reason} onChange={setReason} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('duplicates.other')}</Button>
        <Button onClick={onClose}>{t('duplicates.cancel')}</Button>
      </div>
    </form>
  );
}

export function OtherDialog(props: OtherDialogProps) {
  return (
    <Dialog title={t('duplicates.other_title')} open={props.pair !== null} onClose={props.onClose}>
      {props.pair && <Form {...props} pair={props.pair} />}
    </Dialog>
  );
}
