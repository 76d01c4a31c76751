import { useQuery } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { getReasons, withdraw, type Request } from '../api';

export interface WithdrawDialogProps {
  request: Request | null;
  onClose(): void;
  onDone(): void;
}

export function WithdrawDialog({ request, onClose, onDone }: WithdrawDialogProps) {
  const reasons = useQuery({ queryKey: ['requests', 'reasons'], queryFn: getReasons, staleTime: Infinity, enabled: request !== null });
  const [day, setDay] = useState<string | null>(today());
  const [reason, setReason] = useState('');
  const [words, setWords] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  useEffect(() => {
    setDay(today());
    setReason('');
    setWords('');
    setProblem(null);
  }, [request?.id]);
  const errors = fieldErrors(problem);

  const save = async (event: Event) => {
    event.preventDefault();
    if (!request || busy) return;
    setBusy(true);
    try {
      await withdraw(request.id, { withdrawn_on: day ?? '', reason, ...(words.trim() ? { words: words.trim() } : {}) }, key.current);
      notify(t('requests.withdrawn'));
      onDone();
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      key.current = newKey();
      setBusy(false);
    }
  };
  return (
    <Dialog title={t('requests.withdraw_title')} open={request !== null} onClose={onClose}>
      <form class="stack" noValidate onSubmit={(event) => void save(event)}>
        {request?.person.name && <p>{request.person.name}</p>}
        <ErrorSummary problem={problem} />
        <RadioGroup
          name="reason"
          label={t('requests.reason')}
          required
          value={reason}
          error={errors.reason}
          choices={(reasons.data?.items ?? []).map((each) => ({ value: each.code, label: titleOf(each.titles) }))}
          onChange={setReason}
        />
        <TextInput name="words" label={t('requests.words')} hint={t('requests.words_hint')} rows={2} maxLength={500} value={words} error={errors.words} onChange={setWords} />
        <DateField name="withdrawn_on" label={t('requests.withdrawn_on')} required max={today()} value={day} error={errors.withdrawn_on} onChange={setDay} />
        <div class="page-actions">
          <Button kind="primary" type="submit" busy={busy}>{t('requests.withdraw')}</Button>
          <Button onClick={onClose}>{t('requests.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
