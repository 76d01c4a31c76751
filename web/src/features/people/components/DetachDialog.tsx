import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { detach } from '../api';

export interface DetachDialogProps {
  person: string;
  organisation: string | null;
  onClose(): void;
  onDone(): void;
}

export function DetachDialog({ person, organisation, onClose, onDone }: DetachDialogProps) {
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  useEffect(() => {
    setReason('');
    setProblem(null);
    key.current = newKey();
  }, [organisation]);
  const errors = fieldErrors(problem);

  const save = async (event: Event) => {
    event.preventDefault();
    if (!organisation || busy) return;
    setBusy(true);
    try {
      await detach(person, organisation, reason.trim(), key.current);
      notify(t('people.detached'));
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('people.detach_title')} open={organisation !== null} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void save(event)}>
        <p class="muted">{t('people.detach_hint')}</p>
        <ErrorSummary problem={problem} />
        <TextInput name="reason" label={t('people.reason')} hint={t('person.reason_hint')} required rows={2} maxLength={500} value={reason} error={errors.reason} onChange={setReason} />
        <div class="page-actions">
          <Button kind="primary" type="submit" busy={busy}>{t('people.detach')}</Button>
          <Button onClick={onClose}>{t('people.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
