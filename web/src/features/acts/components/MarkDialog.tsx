import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { markActs, type NewMarks } from '../api';

const kinds = ['signed_on_paper', 'refused', 'taken_back'] as const;

/** Who signed on paper, who did not and why; or that a mark was a mistake. */
export function MarkDialog({ acts, open, onClose, onDone }: { acts: readonly string[]; open: boolean; onClose(): void; onDone(): void }) {
  const [kind, setKind] = useState<NewMarks['kind']>('signed_on_paper');
  const [day, setDay] = useState<Day | null>(regionDay());
  const [signer, setSigner] = useState('');
  const [reason, setReason] = useState('');
  const sending = useSend(async (key, body: NewMarks) => {
    await markActs(body, key);
    notify(t('acts.marked_done', { count: body.acts.length }));
    onDone();
  });
  const errors = fieldErrors(sending.problem);
  const save = () => {
    if (!day) return;
    const told = kind === 'signed_on_paper' ? (signer.trim() ? { signer: signer.trim() } : {}) : reason.trim() ? { reason: reason.trim() } : {};
    void sending.send({ acts: [...acts], kind, day, ...told });
  };
  return (
    <Dialog title={t('acts.mark_title', { count: acts.length })} open={open} onClose={onClose} actions={<><Button kind="primary" busy={sending.busy} onClick={save}>{t('acts.mark')}</Button><Button onClick={onClose}>{t('acts.cancel')}</Button></>}>
      <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <ErrorSummary problem={sending.problem} />
        <RadioGroup name="kind" label={t('acts.mark_kind')} required value={kind} choices={kinds.map((each) => ({ value: each, label: t(`acts.mark.${each}`) }))} onChange={(next) => setKind(next as NewMarks['kind'])} />
        <DateField name="day" label={t('acts.mark_day')} required max={regionDay()} value={day} error={errors.day} onChange={setDay} />
        {kind === 'signed_on_paper'
          ? <TextInput name="signer" label={t('acts.signer')} hint={t('acts.signer_hint')} maxLength={200} value={signer} error={errors.signer} onChange={setSigner} />
          : <TextInput name="reason" label={t('acts.mark_reason')} required maxLength={500} value={reason} error={errors.reason} onChange={setReason} />}
      </form>
    </Dialog>
  );
}
