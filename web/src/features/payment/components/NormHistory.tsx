import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { endNorm, normHistory, withdrawNorm, type Norm, type NormValue } from '../api';
import { money } from '../model/words';

/** A value in words, whatever its kind. */
export function valueWords({ amount_kopecks, rule, area }: NormValue): string {
  const where = area ? ` (${t(`payment.area.${area}`)})` : '';
  if (amount_kopecks !== undefined) return money(amount_kopecks) + where;
  if (rule) return t('payment.rule_words', { limit: rule.limit_percent, share: rule.share_percent, cap: rule.cap_percent });
  return t('payment.free_words');
}

/** Of a service stands more than one. */
const nameOf = ({ kind }: NormValue): string => (kind === 'tariff' || kind === 'per_capita_norm' ? `${t(`payment.${kind}`)}: ` : '');

export const periodWords = ({ valid_from, valid_to }: Norm): string =>
  valid_to ? t('payment.period', { from: formatDay(valid_from), to: formatDay(valid_to) }) : t('payment.since', { day: formatDay(valid_from) });

/** A wrong value is withdrawn for a reason; one that is open may end. Neither takes anything away from the history. */
function Mend({ norm, onDone }: { norm: Norm; onDone(): void }) {
  const [reason, setReason] = useState('');
  const [last, setLast] = useState<Day | null>(regionDay());
  const withdrawing = useSend((key: string) => withdrawNorm(norm.id, reason.trim(), key));
  const ending = useSend((key: string, day: Day) => endNorm(norm.id, day, key));
  return (
    <div class="stack">
      <ErrorSummary problem={withdrawing.problem ?? ending.problem} />
      {!norm.valid_to && (
        <form class="pay-save" noValidate onSubmit={(event) => { event.preventDefault(); if (last) void ending.send(last).then((done) => done && onDone()); }}>
          <DateField name="last" label={t('payment.end_on')} hint="" required value={last} onChange={setLast} error={fieldErrors(ending.problem).last} />
          <Button type="submit" busy={ending.busy}>{t('payment.end')}</Button>
        </form>
      )}
      <form class="pay-save" noValidate onSubmit={(event) => { event.preventDefault(); void withdrawing.send().then((done) => done && onDone()); }}>
        <TextInput name="reason" label={t('payment.withdraw_reason')} required maxLength={500} value={reason} onChange={setReason} error={fieldErrors(withdrawing.problem).reason} />
        <Button type="submit" kind="danger" busy={withdrawing.busy}>{t('payment.withdraw')}</Button>
      </form>
    </div>
  );
}

interface HistoryProps {
  title: string;
  /** Whose history: places of the norms. */
  places: readonly NormValue[] | null;
  onClose(): void;
  onChanged(): void;
}

/** Everything that was ever set there, the newest first. */
export function NormHistory({ title, places, onClose, onChanged }: HistoryProps) {
  const [mending, setMending] = useState<string | null>(null);
  const past = useQuery({
    queryKey: ['payment', 'norm history', places],
    queryFn: async () => (await Promise.all((places ?? []).map(normHistory))).flat(),
    enabled: places !== null,
    staleTime: 0,
  });
  const done = () => {
    setMending(null);
    void past.refetch();
    onChanged();
  };
  return (
    <Dialog title={title} open={places !== null} onClose={onClose}>
      <Loaded query={past}>
        {(norms) => (
          <ul class="pay-steps">
            {norms.length === 0 && <li>{t('payment.never_set')}</li>}
            {norms.map((norm) => (
              <li key={norm.id}>
                <span class={norm.withdrawn ? 'pay-old' : ''}>{nameOf(norm.value)}{valueWords(norm.value)}</span>
                <span class="pay-result">{norm.withdrawn ? <Tag tone="warning">{t('payment.withdrawn')}</Tag> : can('payment.set_norms') && <Button kind="quiet" aria-expanded={mending === norm.id} onClick={() => setMending(mending === norm.id ? null : norm.id)}>{t('payment.mend')}</Button>}</span>
                <span class="pay-how">{periodWords(norm)}. {norm.ground}. {t('payment.recorded', { day: formatDay(norm.recorded_on) })}</span>
                {norm.withdrawn && <span class="pay-how">{t('payment.withdrawn_because', { reason: norm.withdrawn })}</span>}
                {mending === norm.id && <div class="pay-how"><Mend norm={norm} onDone={done} /></div>}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Dialog>
  );
}
