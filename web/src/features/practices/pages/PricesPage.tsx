import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { useSend } from '../../../lib/send';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { readPrices, setPrices, type PricedKind } from '../api';
import { kopecksOf, roublesOf } from '../../../lib/money';
import { equipmentText, languageOf } from '../model/words';
import '../components/Practices.css';

/** What is typed, by kind; what is not typed keeps its price. */
type Typed = Record<string, string>;

const shown = (kind: PricedKind, typed: Typed) => typed[kind.kind] ?? roublesOf(kind.price?.amount_kopecks);

/** What the region pays for equipment: packages leave it open, and costs of a start are reckoned from here. */
export default function PricesPage() {
  const kinds = useQuery({ queryKey: ['equipment-prices'], queryFn: readPrices });
  const [typed, setTyped] = useState<Typed>({});
  const [day, setDay] = useState<Day | null>(regionDay());
  const sending = useSend((once: string, asOf: Day, prices: { kind: string; amount_kopecks?: number }[]) => setPrices(asOf, prices, once));
  const mayPrice = can('practices.price');
  const rows = kinds.data ?? null;
  const changed = rows?.filter((kind) => kopecksOf(shown(kind, typed)) !== kind.price?.amount_kopecks) ?? [];
  const unread = changed.filter((kind) => kopecksOf(shown(kind, typed)) === null);
  // The server speaks of places in what was sent, the page of kinds.
  const errors = fieldErrors(sending.problem);
  const errorOf = (kind: PricedKind) => errors[`prices/${changed.indexOf(kind)}/amount_kopecks`] ?? errors[`prices/${changed.indexOf(kind)}/kind`];

  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!day || unread.length > 0 || unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    const prices = changed.map((kind) => {
      const amount = kopecksOf(shown(kind, typed));
      return typeof amount === 'number' ? { kind: kind.kind, amount_kopecks: amount } : { kind: kind.kind };
    });
    if (!(await sending.send(day, prices))) return;
    notify(t('practices.prices_saved', { count: prices.length }));
    setTyped({});
    void kinds.refetch();
  };

  const columns: Column<PricedKind>[] = [
    { key: 'title', title: t('practices.price_kind'), weight: 'main', cell: (kind) => <span lang={languageOf(kind.title)}>{equipmentText(kind)}</span> },
    { key: 'practices', title: t('practices.price_practices'), align: 'end', weight: 'minor', cell: (kind) => formatNumber(kind.practices) },
    {
      key: 'price', title: t('practices.price_roubles'), align: 'end',
      cell: (kind) => (mayPrice ? (
        <TextInput label={t('practices.price_of', { title: equipmentText(kind) })} labelled="by the table" name={`price/${kind.kind}`} inputMode="decimal" size="short" required
          value={shown(kind, typed)} onChange={(text) => setTyped((before) => ({ ...before, [kind.kind]: text }))}
          error={unread.includes(kind) ? t('practices.price_unread') : errorOf(kind)} />
      ) : kind.price ? formatMoney(kind.price.amount_kopecks, 'RUB') : '—'),
    },
    { key: 'as_of', title: t('practices.price_day'), weight: 'minor', cell: (kind) => (kind.price ? formatDay(kind.price.as_of) : '—') },
  ];
  return (
    <Page title={t('practices.prices')} lead={t('practices.prices_lead')} crumbs={[{ href: '/practices', label: t('practices.title') }]}>
      <form class="stack prices-table" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={sending.problem} />
        <Table caption={t('practices.prices')} rows={rows} rowKey={(kind) => kind.kind} columns={columns}
          problem={kinds.error ? asProblem(kinds.error) : null} onRetry={() => void kinds.refetch()}
          empty={<EmptyState title={t('practices.prices_empty')} detail={t('practices.prices_empty_detail')} />} />
        {mayPrice && rows && rows.length > 0 && (
          <div class="prices-save">
            <DateField label={t('practices.prices_day')} hint="" name="as_of" required max={regionDay()} value={day} onChange={setDay} error={errors.as_of} />
            <Button type="submit" kind="primary" busy={sending.busy} disabled={changed.length === 0}>{t('practices.prices_save', { count: changed.length })}</Button>
          </div>
        )}
      </form>
    </Page>
  );
}
