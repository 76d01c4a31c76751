import { useQuery, useQueryClient } from '@tanstack/preact-query';
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
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { getNorms, getYears, setNorms, writeYear, type CalendarYear, type Norm, type NormValue } from '../api';
import '../components/Programmes.css';
import { daysOf, specialDays, textOf } from '../model/calendar';

const terms: readonly NormValue['kind'][] = ['decision_days', 'urgent_days', 'programme_days', 'contract_days', 'programme_months'];
/** Every place that a region may set. */
const places: readonly NormValue[] = [...terms.map((kind) => ({ kind, amount: 0 })), ...[1, 2, 3].flatMap((level) => (['care_minutes_from', 'care_minutes_to'] as const).map((kind) => ({ kind, level, amount: 0 })))];
const keyOf = ({ kind, level }: NormValue) => `${kind}${level ?? ''}`;
const titleOf = ({ kind, level }: NormValue) => t(`programmes.norm.${kind}`, { level: level ?? 0 });

function SetNorm({ value, norm, onDone }: { value: NormValue; norm: Norm | undefined; onDone(): void }) {
  const [amount, setAmount] = useState(norm ? String(norm.value.amount) : '');
  const [from, setFrom] = useState<Day | null>(regionDay());
  const [ground, setGround] = useState('');
  const sending = useSend((key: string, valid_from: Day, count: number) => setNorms({ valid_from, ground: ground.trim(), norms: [{ ...value, amount: count }] }, key));
  const errors = fieldErrors(sending.problem);
  const read = /^\d{1,5}$/.test(amount.trim()) ? Number(amount) : null;
  return (
    <form class="stack" noValidate onSubmit={(event) => {
      event.preventDefault();
      if (from && read !== null) void sending.send(from, read).then((sent) => sent && onDone());
    }}>
      <ErrorSummary problem={sending.problem} />
      <TextInput name="norms/0/amount" label={titleOf(value)} required inputMode="numeric" size="short" value={amount} error={errors['norms/0/amount'] ?? errors['norms/0'] ?? (amount && read === null ? t('programmes.whole_number') : undefined)} onChange={setAmount} />
      <DateField name="valid_from" label={t('programmes.valid_from')} required value={from} error={errors.valid_from} onChange={setFrom} />
      <TextInput name="ground" label={t('programmes.ground_label')} hint={t('programmes.ground_hint')} required maxLength={300} value={ground} error={errors.ground} onChange={setGround} />
      <div class="form-actions"><Button kind="primary" type="submit" busy={sending.busy}>{t('programmes.set')}</Button></div>
    </form>
  );
}

function Year({ year, onDone }: { year: CalendarYear; onDone(): void }) {
  const [off, setOff] = useState(textOf(year.days.filter(({ kind }) => kind === 'off').map(({ day }) => day)));
  const [working, setWorking] = useState(textOf(year.days.filter(({ kind }) => kind === 'working').map(({ day }) => day)));
  const [ground, setGround] = useState(year.ground);
  const days = daysOf(off, year.year);
  const moved = daysOf(working, year.year);
  const sending = useSend((_: string, sent: CalendarYear) => writeYear(sent));
  const errors = fieldErrors(sending.problem);
  const refused = Object.entries(errors).find(([name]) => name.startsWith('days/'))?.[1];
  return (
    <form class="stack" noValidate onSubmit={(event) => {
      event.preventDefault();
      if (days && moved) void sending.send({ ...year, ground: ground.trim(), days: specialDays(days, moved) }).then((sent) => sent && onDone());
    }}>
      <ErrorSummary problem={sending.problem} />
      <TextInput name="days" label={t('programmes.days_off')} hint={t('programmes.days_off_hint')} required rows={3} value={off} error={days === null ? t('programmes.days_unread') : refused} onChange={setOff} />
      <TextInput name="working" label={t('programmes.days_working')} hint={t('programmes.days_working_hint')} rows={2} value={working} error={moved === null ? t('programmes.days_unread') : undefined} onChange={setWorking} />
      <TextInput name="ground" label={t('programmes.ground_label')} hint={t('programmes.ground_hint')} required maxLength={300} value={ground} error={errors.ground} onChange={setGround} />
      <div class="form-actions"><Button kind="primary" type="submit" busy={sending.busy}>{t('programmes.save')}</Button></div>
    </form>
  );
}

/** Terms, minutes of care and the working calendar: what clocks and packages are reckoned by. */
export default function NormsPage() {
  const client = useQueryClient();
  const today = regionDay();
  const norms = useQuery({ queryKey: ['programme norms', today], queryFn: () => getNorms(today) });
  const years = useQuery({ queryKey: ['working calendar'], queryFn: getYears });
  const [setting, setSetting] = useState<NormValue | null>(null);
  const [year, setYear] = useState<CalendarYear | null>(null);
  const normOf = (place: NormValue) => norms.data?.find(({ value }) => keyOf(value) === keyOf(place));
  const done = () => {
    setSetting(null);
    setYear(null);
    notify(t('programmes.saved'));
    void client.invalidateQueries({ queryKey: ['programme norms'] });
    void client.invalidateQueries({ queryKey: ['working calendar'] });
  };
  const set = can('programmes.set_norms');
  const next = Math.max(Number(today.slice(0, 4)) - 1, ...(years.data ?? []).map((each) => each.year)) + 1;
  const columns: Column<NormValue>[] = [
    { key: 'what', title: t('programmes.norm'), weight: 'main', cell: (row) => titleOf(row) },
    { key: 'amount', title: t('programmes.value'), align: 'end', cell: (row) => normOf(row)?.value.amount ?? t('programmes.not_set') },
    { key: 'from', title: t('programmes.valid_from'), cell: (row) => { const norm = normOf(row); return norm ? formatDay(norm.valid_from) : '—'; } },
    { key: 'ground', title: t('programmes.ground_label'), weight: 'minor', cell: (row) => normOf(row)?.ground ?? '—' },
    ...(set ? [{ key: 'set', title: t('programmes.set'), paper: 'left out' as const, cell: (row: NormValue) => <Button kind="quiet" onClick={() => setSetting(row)} name={t('programmes.set_what', { what: titleOf(row) })}>{t('programmes.set')}</Button> }] : []),
  ];
  return (
    <Page title={t('programmes.norms')} lead={t('programmes.norms_lead')} crumbs={[{ href: '/reference', label: t('programmes.reference') }]}>
      <Loaded query={norms}>{() => <Table caption={t('programmes.norms')} rows={places} rowKey={keyOf} columns={columns} empty={null} />}</Loaded>
      <section class="stack" aria-label={t('programmes.calendar')}>
        <div class="page-head">
          <h2>{t('programmes.calendar')}</h2>
          {set && <Button onClick={() => setYear({ year: next, ground: '', days: [], revision: 0 })}>{t('programmes.add_year', { year: String(next) })}</Button>}
        </div>
        <Loaded query={years}>
          {(found) => (
            <Table caption={t('programmes.calendar')} rows={[...found].reverse()} rowKey={(row) => String(row.year)} empty={<p class="muted">{t('programmes.no_years')}</p>}
              columns={[
                { key: 'year', title: t('programmes.year'), weight: 'main', cell: (row) => (set ? <Button kind="quiet" onClick={() => setYear(row)}>{String(row.year)}</Button> : String(row.year)) },
                { key: 'off', title: t('programmes.days_off'), cell: (row) => textOf(row.days.filter(({ kind }) => kind === 'off').map(({ day }) => day)) || '—' },
                { key: 'working', title: t('programmes.days_working'), cell: (row) => textOf(row.days.filter(({ kind }) => kind === 'working').map(({ day }) => day)) || '—' },
                { key: 'ground', title: t('programmes.ground_label'), weight: 'minor', cell: (row) => row.ground },
              ]} />
          )}
        </Loaded>
      </section>
      <Dialog title={setting ? titleOf(setting) : ''} open={setting !== null} onClose={() => setSetting(null)}>{setting && <SetNorm value={setting} norm={normOf(setting)} onDone={done} />}</Dialog>
      <Dialog title={year ? t('programmes.year_of', { year: String(year.year) }) : ''} open={year !== null} onClose={() => setYear(null)}>{year && <Year year={year} onDone={done} />}</Dialog>
    </Page>
  );
}
