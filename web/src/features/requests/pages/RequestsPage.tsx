import { useInfiniteQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { namer, ownOrganisations, titleOf, useOrganisations, useServices } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { keepDraft, useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { getWaiting, type Request } from '../api';
import { AskForm } from '../components/AskForm';
import { WithdrawDialog } from '../components/WithdrawDialog';
import '../components/Requests.css';

function Waiting({ organisation }: { organisation: string }) {
  const { route } = useLocation();
  const services = useServices();
  const service = namer(services.data, (each) => titleOf(each.titles));
  const [withdrawing, setWithdrawing] = useState<Request | null>(null);
  const list = useInfiniteQuery({
    queryKey: ['requests', organisation],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getWaiting(organisation, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const record = ({ person }: Request) => {
    // The name travels in the session, not in the address.
    keepDraft('entry recipient', { id: person.id, title: person.name });
    route('/journal/new');
  };
  const columns: Column<Request>[] = [
    { key: 'who', title: t('requests.who'), weight: 'main', cell: (row) => (row.person.id ? <a href={`/recipients/${row.person.id}`}>{row.person.name}</a> : '—') },
    { key: 'what', title: t('requests.what'), cell: (row) => service(row.service) },
    { key: 'day', title: t('requests.asked_on'), cell: (row) => <span class="number">{formatDay(row.asked_on)}</span> },
    { key: 'days', title: t('requests.since'), cell: (row) => t('requests.days', { days: row.days }) },
    ...(can('requests.record')
      ? [{
          key: 'do', title: t('requests.do'), paper: 'left out' as const,
          cell: (row: Request) => (
            <div class="request-acts no-print">
              {can('ledger.record') && row.person.id && <Button kind="quiet" onClick={() => record(row)}>{t('requests.record_fact')}</Button>}
              <Button kind="quiet" name={t('requests.withdraw_named', { name: row.person.name ?? '' })} onClick={() => setWithdrawing(row)}>{t('requests.withdraw')}</Button>
            </div>
          ),
        }]
      : []),
  ];
  return (
    <section class="stack" aria-label={t('requests.latest')}>
      <h2>{t('requests.latest')}</h2>
      <Table
        caption={t('requests.latest')}
        columns={columns}
        rows={list.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(row) => row.id}
        problem={list.error ? asProblem(list.error) : null}
        onRetry={() => void list.refetch()}
        more={{ next: list.hasNextPage ? 'more' : null, busy: list.isFetchingNextPage, onMore: () => void list.fetchNextPage() }}
        empty={<EmptyState title={t('requests.empty')} detail={t('requests.empty_detail')} />}
      />
      <WithdrawDialog request={withdrawing} onClose={() => setWithdrawing(null)} onDone={() => { setWithdrawing(null); void list.refetch(); }} />
    </section>
  );
}

export default function RequestsPage() {
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useDraft<string>('requests organisation', () => '');
  const organisation = own.some((each) => each.id === chosen) ? chosen : (own[0]?.id ?? '');
  return (
    <Page title={t('requests.title')}>
      {own.length > 1 && (
        <div class="filters">
          <Select name="organisation" label={t('requests.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        </div>
      )}
      {organisations.data && own.length === 0 && <EmptyState title={t('requests.no_organisation')} detail={t('requests.no_organisation_detail')} />}
      {organisation && can('requests.record') && <AskForm key={organisation} organisation={organisation} />}
      {organisation && <Waiting key={`waiting ${organisation}`} organisation={organisation} />}
    </Page>
  );
}
