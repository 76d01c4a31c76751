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
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { conclude, type Contract, type Programme } from '../api';

interface ContractProps {
  programme: Programme;
  organisation: string;
  /** The first and the last day that the programme allows. */
  since: Day;
  until: Day;
  onDone(contract: Contract): void;
}

function Form({ programme, organisation, since, until, onDone }: ContractProps) {
  const [form, setForm] = useState<{ number: string; signer: string; concluded_on: Day | null; since: Day | null; until: Day | null }>({ number: '', signer: '', concluded_on: regionDay(), since, until });
  const change = (next: Partial<typeof form>) => setForm((before) => ({ ...before, ...next }));
  let made: Contract | null = null;
  const sending = useSend(async (key: string, said: typeof form) => {
    made = await conclude(programme.id, {
      organisation, concluded_on: said.concluded_on ?? '', since: said.since ?? '', until: said.until ?? '', ...(said.number.trim() ? { number: said.number.trim() } : {}), ...(said.signer.trim() ? { signer: said.signer.trim() } : {}),
    }, key);
  });
  const errors = fieldErrors(sending.problem);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!form.concluded_on || !form.since || !form.until || unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    if ((await sending.send(form)) && made) onDone(made);
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={sending.problem} />
      {sending.problem?.code === 'programmes.payment_not_assessed' && <p><a href={`/recipients/${programme.person}/payment/new`}>{t('programmes.assess_payment')}</a></p>}
      <p class="muted">{t('programmes.contract_lead')}</p>
      <div class="prog-fields">
        <DateField name="concluded_on" label={t('programmes.concluded_on')} required max={regionDay()} value={form.concluded_on} error={errors.concluded_on} onChange={(concluded_on) => change({ concluded_on })} />
        <DateField name="since" label={t('programmes.since')} hint="" required value={form.since} error={errors.since} onChange={(next) => change({ since: next })} />
        <DateField name="until" label={t('programmes.until')} hint="" required value={form.until} error={errors.until} onChange={(next) => change({ until: next })} />
      </div>
      <TextInput name="number" label={t('programmes.number')} hint={t('programmes.number_hint')} maxLength={40} value={form.number} error={errors.number} onChange={(number) => change({ number })} />
      <TextInput name="signer" label={t('programmes.signer')} hint={t('programmes.signer_hint')} maxLength={300} value={form.signer} error={errors.signer} onChange={(signer) => change({ signer })} />
      <div class="form-actions"><Button kind="primary" type="submit" busy={sending.busy}>{t('programmes.conclude')}</Button></div>
    </form>
  );
}

export function ContractDialog({ open, onClose, ...rest }: ContractProps & { open: boolean; onClose(): void }) {
  return (
    <Dialog title={t('programmes.do.contract')} open={open} onClose={onClose}>
      {open && <Form {...rest} />}
    </Dialog>
  );
}
