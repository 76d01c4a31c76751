import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { formatDay, type Day } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t, textOfCode } from '../../../lib/messages';
import { kopecksOf } from '../../../lib/money';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { useSend } from '../../../lib/send';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { qualifications } from '../model/qualifications';
import { readCost, readRates, setRate, type Cost, type Rate, type ResultCost } from '../api';

interface Part {
  key: string;
  title: string;
  how: string;
  kopecks: number | null;
}

const money = (kopecks: number) => formatMoney(kopecks, 'RUB');
const named = (code: string) => textOfCode(`evidence.qualification.${code}`, code);

function partsOf(cost: Cost): Part[] {
  return [
    ...cost.work.map((each) => ({
      key: `${each.qualification}-${each.hour_kopecks}`, title: named(each.qualification),
      how: t('evidence.work_how', { minutes: formatNumber(each.minutes), rate: money(each.hour_kopecks) }), kopecks: each.kopecks,
    })),
    ...(cost.minutes_without_rate > 0
      ? [{ key: 'unpriced', title: t('evidence.unpriced'), how: t('evidence.unpriced_how', { minutes: formatNumber(cost.minutes_without_rate) }), kopecks: null }] : []),
    {
      key: 'start', title: t('evidence.start_cost'), kopecks: cost.start?.part ?? null,
      how: cost.start ? t('evidence.start_how', { sum: money(cost.start.kopecks), months: cost.spread_months, count: cost.start.months }) : t('evidence.set_by_region'),
    },
    {
      key: 'monthly', title: t('evidence.monthly_cost'), kopecks: cost.monthly?.part ?? null,
      how: cost.monthly ? t('evidence.monthly_how', { sum: money(cost.monthly.kopecks), count: cost.monthly.months }) : t('evidence.set_by_region'),
    },
  ];
}

function headline(cost: Cost): string {
  if (cost.recipients == null) return t('evidence.cost_few');
  if (cost.per_recipient == null) return t('evidence.cost_nobody');
  const values = { sum: money(cost.per_recipient), all: money(cost.known_kopecks), count: formatNumber(cost.recipients) };
  return cost.complete ? t('evidence.cost_whole', values) : t('evidence.cost_partly', values);
}

/** What one improved person costs, score by score: each is a denominator of its own, they are never added up. */
function Results({ cost }: { cost: Cost }) {
  const columns: Column<ResultCost>[] = [
    { key: 'score', title: t('evidence.result_score'), weight: 'main', cell: (each) => t('evidence.scale', { form: titleOf(each.form), score: titleOf(each.score) }) },
    { key: 'people', title: t('evidence.result_people'), align: 'end', cell: (each) => (each.people == null ? t('evidence.result_few') : formatNumber(each.people)) },
    { key: 'per_result', title: t('evidence.per_result'), align: 'end', cell: (each) => (each.per_result == null ? '—' : money(each.per_result)) },
  ];
  return (
    <section class="stack" aria-labelledby="results">
      <h2 id="results">{t('evidence.results')}</h2>
      <p class="muted">{t(cost.complete ? 'evidence.result_whole' : 'evidence.result_partly', { sum: money(cost.known_kopecks) })}</p>
      <Table caption={t('evidence.results')} columns={columns} rows={cost.results} rowKey={(each) => `${each.form.ru}-${each.score.ru}`} empty={<EmptyState title={t('evidence.results_none')} />} />
    </section>
  );
}

function Rates() {
  const queries = useQueryClient();
  const rates = useQuery({ queryKey: ['hour-rates'], queryFn: readRates });
  const [qualification, setQualification] = useState<string>(qualifications[0]);
  const [sum, setSum] = useState('');
  const [day, setDay] = useState<Day | null>(regionDay());
  const sending = useSend((key: string, rate: Rate) => setRate(rate, key));
  const errors = fieldErrors(sending.problem);
  const kopecks = kopecksOf(sum);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!day || typeof kopecks !== 'number' || unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    if (!(await sending.send({ qualification, hour_kopecks: kopecks, valid_from: day }))) return;
    notify(t('evidence.rate_saved'));
    setSum('');
    void queries.invalidateQueries({ queryKey: ['hour-rates'] });
    void queries.invalidateQueries({ queryKey: ['cost'] });
  };
  const columns: Column<Rate>[] = [
    { key: 'qualification', title: t('evidence.qualification'), weight: 'main', cell: (rate) => named(rate.qualification) },
    { key: 'rate', title: t('evidence.hour_rate'), align: 'end', cell: (rate) => money(rate.hour_kopecks) },
    { key: 'from', title: t('evidence.valid_from'), cell: (rate) => formatDay(rate.valid_from) },
  ];
  return (
    <section class="stack" aria-labelledby="rates">
      <h2 id="rates">{t('evidence.rates')}</h2>
      <p class="muted">{t('evidence.rates_lead')}</p>
      <Table caption={t('evidence.rates')} columns={columns} rows={rates.data ?? null} rowKey={(rate) => `${rate.qualification}-${rate.valid_from}`} empty={<EmptyState title={t('evidence.rates_none')} />} />
      {can('evidence.rate') && (
        <form class="rate-form" noValidate aria-label={t('evidence.rate_set')} onSubmit={(event) => void submit(event)}>
          <ErrorSummary problem={sending.problem} />
          <Select label={t('evidence.qualification')} name="qualification" value={qualification} onChange={setQualification} choices={qualifications.map((each) => ({ value: each, label: named(each) }))} />
          <TextInput label={t('evidence.hour_rate')} name="hour_kopecks" required inputMode="decimal" size="short" value={sum} onChange={setSum}
            error={kopecks === null ? t('evidence.sum_unread') : errors.hour_kopecks} />
          <DateField label={t('evidence.valid_from')} name="valid_from" required value={day} onChange={setDay} error={errors.valid_from} />
          <Button type="submit" kind="primary" busy={sending.busy}>{t('evidence.rate_set')}</Button>
        </form>
      )}
    </section>
  );
}

export function CostTab({ practice }: { practice: string }) {
  const cost = useQuery({ queryKey: ['cost', practice], queryFn: () => readCost(practice) });
  const columns: Column<Part>[] = [
    { key: 'title', title: t('evidence.part'), weight: 'main', cell: (part) => part.title },
    { key: 'how', title: t('evidence.how'), cell: (part) => part.how },
    { key: 'sum', title: t('evidence.sum'), align: 'end', cell: (part) => (part.kopecks === null ? t('evidence.unknown') : money(part.kopecks)) },
  ];
  return (
    <div class="stack">
      <Loaded query={cost}>
        {(found) => (
          <>
            <p class="evidence-headline">{headline(found)}</p>
            <p class="muted">
              {t('evidence.cost_days', { from: formatDay(found.from), to: formatDay(found.to) })}{' '}
              {found.claimed_per_recipient == null ? t('evidence.cost_unclaimed') : t('evidence.cost_claimed', { sum: money(found.claimed_per_recipient) })}
            </p>
            <Table caption={t('evidence.parts')} columns={columns} rows={partsOf(found)} rowKey={(part) => part.key} empty={null} />
            {found.recipients != null && <Results cost={found} />}
          </>
        )}
      </Loaded>
      <Rates />
    </div>
  );
}
