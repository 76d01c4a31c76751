import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import type { Order } from '../api';

export interface OrderFormProps {
  action: string;
  kind: 'primary' | 'danger';
  from: string;
  onSend(order: Order, from: Day, key: string): Promise<unknown>;
  onDone(): void;
}

/** What an order brings: its number, its day, and the day from which it holds. */
export function OrderForm({ action, kind, from: fromLabel, onSend, onDone }: OrderFormProps) {
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<Day | null>(regionDay());
  const [from, setFrom] = useState<Day | null>(regionDay());
  const { busy, problem, send } = useSend((key, order: Order, since: Day) => onSend(order, since, key));
  const errors = fieldErrors(problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (day && from && (await send({ number: number.trim(), day }, from))) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <div class="standard-fields">
        <TextInput name="order/number" label={t('standards.order.number')} required maxLength={60} value={number} error={errors['order/number']} onChange={setNumber} />
        <DateField name="order/day" label={t('standards.order.day')} required value={day} error={errors['order/day']} onChange={setDay} />
        <DateField name="from" label={fromLabel} required value={from} error={errors.from} onChange={setFrom} />
      </div>
      <div class="form-actions"><Button kind={kind} type="submit" busy={busy}>{action}</Button></div>
    </form>
  );
}
