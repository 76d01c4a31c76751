import { useState } from 'preact/hooks';
import { fieldErrors, type Schemas } from '../../../../lib/api';
import { titleOf } from '../../../../lib/directory';
import { today } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import { useSend } from '../../../../lib/send';
import { Button } from '../../../../ui/Button';
import { DateField } from '../../../../ui/DateField';
import { Dialog } from '../../../../ui/Dialog';
import { ErrorSummary } from '../../../../ui/ErrorSummary';
import { RadioGroup } from '../../../../ui/RadioGroup';
import { notify } from '../../../../ui/Status';
import { TextInput } from '../../../../ui/TextInput';
import { withdrawConsent } from '../../api';
import { channels, type Channel, type Purpose } from './model';

export interface WithdrawConsentProps {
  person: string;
  purpose: Purpose | null;
  onClose(): void;
  onDone(): void;
}

function Form({ person, purpose, onClose, onDone }: WithdrawConsentProps & { purpose: Purpose }) {
  const [day, setDay] = useState<string | null>(today());
  const [channel, setChannel] = useState<Channel>('paper');
  const [reason, setReason] = useState('');
  const { busy, problem, send } = useSend((key: string, body: Schemas['ConsentWithdrawal']) => withdrawConsent(person, purpose.last?.id ?? '', body, key));
  const errors = fieldErrors(problem);
  const save = async () => {
    if (!(await send({ withdrawn_on: day ?? '', channel, ...(reason.trim() ? { reason } : {}) }))) return;
    notify(t('people.consents.withdrawn_done'));
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <p>{titleOf(purpose.text.titles)}</p>
      <p class="muted">{t('people.consents.withdraw_hint')}</p>
      <ErrorSummary problem={problem} />
      <DateField name="withdrawn_on" label={t('people.consents.withdrawn_day')} required max={today()} value={day} error={errors.withdrawn_on} onChange={setDay} />
      <RadioGroup name="channel" label={t('people.consents.withdrawn_how')} required layout="row" value={channel} error={errors.channel} choices={channels.map((each) => ({ value: each, label: t(`people.consents.channel.${each}`) }))} onChange={(next) => setChannel(next as Channel)} />
      <TextInput name="reason" label={t('people.consents.reason')} rows={2} maxLength={500} value={reason} error={errors.reason} onChange={setReason} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.consents.withdraw_do')}</Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </form>
  );
}

export function WithdrawConsent(props: WithdrawConsentProps) {
  return (
    <Dialog title={t('people.consents.withdraw_title')} open={props.purpose !== null} onClose={props.onClose}>
      {props.purpose && <Form {...props} purpose={props.purpose} />}
    </Dialog>
  );
}
