import { useInfiniteQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { addDays, formatDay, type Day } from '../../../lib/dates';
import { titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can, regionDay } from '../../../lib/session';
import type { Statement } from '../../../lib/statement';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { More } from '../../../ui/More';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { getWaivers, grantWaiver, revokeWaiver, type Waiver } from '../api';

interface GrantProps {
  standard: string;
  statements: readonly Statement[];
  onDone(): void;
}

function GrantForm({ standard, statements, onDone }: GrantProps) {
  const centres = (useOrganisations().data ?? []).filter(({ kind, closed_on }) => kind === 'centre' && !closed_on);
  const [organisation, setOrganisation] = useState('');
  const [statement, setStatement] = useState('');
  const [from, setFrom] = useState<Day | null>(regionDay());
  const [until, setUntil] = useState<Day | null>(addDays(regionDay(), 90));
  const [reason, setReason] = useState('');
  const [number, setNumber] = useState('');
  const [day, setDay] = useState<Day | null>(regionDay());
  const { busy, problem, send } = useSend((key, body: Parameters<typeof grantWaiver>[1]) => grantWaiver(standard, body, key));
  const errors = fieldErrors(problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (!from || !until || !day) return;
    const whole = { organisation, from, until, reason: reason.trim(), order: { number: number.trim(), day } };
    if (await send(statement ? { ...whole, statement } : whole)) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <div class="standard-fields">
        <Select name="organisation" label={t('standards.centre')} required empty={t('standards.choose')} value={organisation} error={errors.organisation} choices={centres.map(({ id, short_title }) => ({ value: id, label: short_title }))} onChange={setOrganisation} />
        <Select name="statement" label={t('standards.waiver_of')} empty={t('standards.whole')} value={statement} choices={statements.map(({ id, title }) => ({ value: id, label: titleOf(title) }))} onChange={setStatement} />
        <DateField name="from" label={t('standards.waiver_from')} required value={from} error={errors.from} onChange={setFrom} />
        <DateField name="until" label={t('standards.waiver_until')} required value={until} error={errors.until} onChange={setUntil} />
        <TextInput name="order/number" label={t('standards.order.number')} required maxLength={60} value={number} error={errors['order/number']} onChange={setNumber} />
        <DateField name="order/day" label={t('standards.order.day')} required value={day} error={errors['order/day']} onChange={setDay} />
        <div class="wide"><TextInput name="reason" label={t('standards.reason')} required rows={2} maxLength={1000} value={reason} error={errors.reason} onChange={setReason} /></div>
      </div>
      <div><Button kind="primary" type="submit" busy={busy}>{t('standards.waiver_grant')}</Button></div>
    </form>
  );
}

function Revoke({ waiver, onDone, onClose }: { waiver: Waiver; onDone(): void; onClose(): void }) {
  const [day, setDay] = useState<Day | null>(regionDay());
  const [reason, setReason] = useState('');
  const { busy, problem, send } = useSend((key, when: Day, why: string) => revokeWaiver(waiver.id, when, why, key));
  const errors = fieldErrors(problem);
  const act = async () => {
    if (day && (await send(day, reason.trim()))) onDone();
  };
  return (
    <Dialog title={t('standards.waiver_revoke')} open onClose={onClose} actions={<Button kind="danger" busy={busy} onClick={() => void act()}>{t('standards.waiver_revoke')}</Button>}>
      <div class="stack">
        <ErrorSummary problem={problem} />
        <DateField name="day" label={t('standards.waiver_bound')} required value={day} error={errors.day} onChange={setDay} />
        <TextInput name="reason" label={t('standards.reason')} required rows={2} maxLength={1000} value={reason} error={errors.reason} onChange={setReason} />
      </div>
    </Dialog>
  );
}

/** Which centres are excused, from what, until when, and by which order. */
export function Waivers({ standard, statements }: { standard: string; statements: readonly Statement[] }) {
  const client = useQueryClient();
  const [revoked, setRevoked] = useState<Waiver | null>(null);
  const [granting, setGranting] = useState(false);
  const query = useInfiniteQuery({
    queryKey: ['standards', 'waivers', standard],
    queryFn: ({ pageParam }) => getWaivers(standard, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const refresh = () => {
    setRevoked(null);
    setGranting(false);
    void client.invalidateQueries({ queryKey: ['standards', 'waivers', standard] });
  };
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const of = (waiver: Waiver) => (waiver.statement ? titleOf(statements.find(({ id }) => id === waiver.statement)?.title) || waiver.statement : t('standards.whole'));
  return (
    <section class="card stack no-print" aria-labelledby="waivers">
      <h2 id="waivers">{t('standards.waivers')}</h2>
      {query.data && items.length === 0 && <p class="muted">{t('standards.no_waivers')}</p>}
      <ul class="stack">
        {items.map((each) => (
          <li key={each.id} class="standard-comment">
            <p><strong>{each.organisation_title}</strong> · {of(each)} · {t('standards.waiver_days', { from: formatDay(each.from), until: formatDay(each.until) })}</p>
            <p>{each.reason} <span class="muted">{t('standards.by_order', { number: each.order.number, day: formatDay(each.order.day) })}</span></p>
            {each.revoked ? <p class="muted">{t('standards.waiver_revoked_on', { day: formatDay(each.revoked.day), reason: each.revoked.reason })}</p>
              : can('standards.write') && each.until >= regionDay() && <div><Button kind="quiet" name={t('standards.waiver_revoke_of', { centre: each.organisation_title })} onClick={() => setRevoked(each)}>{t('standards.waiver_revoke')}</Button></div>}
          </li>
        ))}
      </ul>
      {query.hasNextPage && <More shown={items.length} next="" busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />}
      {can('standards.write') && <div><Button onClick={() => setGranting(true)}>{t('standards.waiver_new')}</Button></div>}
      {granting && (
        <Dialog title={t('standards.waiver_new')} open onClose={() => setGranting(false)}>
          <GrantForm standard={standard} statements={statements} onDone={refresh} />
        </Dialog>
      )}
      {revoked && <Revoke waiver={revoked} onDone={refresh} onClose={() => setRevoked(null)} />}
    </section>
  );
}
