import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table, type Column } from '../../../ui/Table';
import { getAssessments, getPerson, type Assessment } from '../api';
import { Payment } from '../components/Calculation';
import { Changes } from '../components/Changes';
import '../components/Payment.css';
import { nameOf } from '../model/person';
import { money } from '../model/words';

function Latest({ person, last }: { person: string; last: Assessment }) {
  return (
    <section class="card stack" aria-label={t('payment.now')}>
      <h2>{t('payment.now')}</h2>
      <Payment calculation={last.calculation} />
      <p class="muted">{t(`payment.care_form.${last.input.care_form}`)}, {t('payment.since', { day: formatDay(last.input.effective_on) })}</p>
      {last.reason && <p>{t('payment.reason_was', { reason: last.reason })}</p>}
      <Changes changes={last.changes} />
      <p><a href={`/recipients/${person}/payment/${last.id}`}>{t('payment.open_calculation')}</a></p>
    </section>
  );
}

/** What a person pays now, and every assessment before. */
export default function PaymentPage() {
  const { params } = useRoute();
  const id = params.person ?? '';
  const card = useQuery({ queryKey: ['persons', 'card', id], queryFn: () => getPerson(id) });
  const past = useInfiniteQuery({
    queryKey: ['payment', id, 'history'],
    queryFn: ({ pageParam }) => getAssessments(id, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = past.data?.pages.flatMap((page) => page.items) ?? null;
  const last = rows?.[0];
  const columns: Column<Assessment>[] = [
    { key: 'since', title: t('payment.effective_on'), weight: 'main', cell: (row) => <a href={`/recipients/${id}/payment/${row.id}`}>{formatDay(row.input.effective_on)}</a> },
    { key: 'form', title: t('payment.care_form'), cell: (row) => t(`payment.care_form.${row.input.care_form}`) },
    { key: 'income', title: t('payment.figure.average_income'), align: 'end', cell: (row) => (row.calculation.average_income_kopecks === undefined ? '—' : money(row.calculation.average_income_kopecks)) },
    {
      key: 'payment', title: t('payment.figure.payment'), align: 'end',
      cell: (row) => {
        const before = row.changes.find((each) => each.figure === 'payment')?.before;
        return <>{before !== undefined && before !== row.calculation.payment_kopecks && <span class="pay-old">{money(before)}</span>} <strong>{money(row.calculation.payment_kopecks)}</strong></>;
      },
    },
    { key: 'reason', title: t('payment.reason'), cell: (row) => row.reason ?? t('payment.first') },
    { key: 'recorded', title: t('payment.recorded_on'), weight: 'minor', cell: (row) => [formatDay(row.recorded_on), row.recorded_by].filter(Boolean).join(', ') },
  ];
  return (
    <Page
      title={t('payment.title')}
      lead={t('payment.lead')}
      crumbs={[{ href: '/recipients', label: t('payment.recipients') }, ...(card.data ? [{ href: `/recipients/${id}`, label: nameOf(card.data.person) }] : [])]}
      actions={
        <>
          {can('payment.assess') && <a class="button primary" href={`/recipients/${id}/payment/new`}>{last ? t('payment.recalculate') : t('payment.calculate')}</a>}
          {can('acts.see') && <a class="button" href={`/recipients/${id}/bills`}>{t('payment.bills')}</a>}
          <a class="button" href="/reference/payment">{t('payment.norms')}</a>
        </>
      }
    >
      <div class="stack">
        {last && <Latest person={id} last={last} />}
        <Table caption={t('payment.history')} rows={rows} rowKey={(row) => row.id} columns={columns} problem={past.error ? asProblem(past.error) : null} onRetry={() => void past.refetch()}
          empty={<EmptyState title={t('payment.none')} detail={t('payment.none_detail')} />}
          more={{ next: past.hasNextPage ? 'more' : null, busy: past.isFetchingNextPage, onMore: () => void past.fetchNextPage() }} />
      </div>
    </Page>
  );
}
