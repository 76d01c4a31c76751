import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { reverseFact, type Fact } from '../api';

export interface ReverseDialogProps {
  fact: Fact | null;
  service: string;
  recipient: string;
  onClose(): void;
}

export function ReverseDialog({ fact, service, recipient, onClose }: ReverseDialogProps) {
  const client = useQueryClient();
  const [reason, setReason] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const key = useRef('');
  useEffect(() => {
    setReason('');
    setProblem(null);
    key.current = newKey();
  }, [fact?.id]);
  const errors = fieldErrors(problem);

  const reverse = async (event: Event) => {
    event.preventDefault();
    if (!fact || busy) return;
    if (reason.trim().length < 3) {
      return setProblem({ type: 'about:blank', title: '', status: 0, detail: '', code: 'ledger.missing.some', request_id: null, retry_after: null, errors: [{ pointer: '/reversal_reason', code: 'ledger.missing.reason', detail: t('ledger.missing.reason') }] });
    }
    setBusy(true);
    try {
      await reverseFact(fact.id, { reason: reason.trim() }, key.current);
      notify(t('ledger.reversed'));
      void client.invalidateQueries({ queryKey: ['facts'] });
      onClose();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog title={t('ledger.reverse_title')} open={fact !== null} onClose={onClose}>
      {fact && (
        <form class="stack" noValidate onSubmit={(event) => void reverse(event)}>
          <p>{[service, recipient, formatDay(fact.performed_on)].filter(Boolean).join(', ')}</p>
          <p class="muted">{t('ledger.reverse_hint')}</p>
          <ErrorSummary problem={problem} />
          <TextInput name="reversal_reason" label={t('ledger.reason')} required rows={2} maxLength={500} value={reason} error={errors.reversal_reason ?? errors.reason} onChange={setReason} />
          <div class="page-actions">
            <Button kind="danger" type="submit" busy={busy}>
              {t('ledger.reverse')}
            </Button>
            <Button onClick={onClose}>{t('ledger.cancel')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
