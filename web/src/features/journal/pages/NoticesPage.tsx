import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay, formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table, type Column } from '../../../ui/Table';
import { getNotices, type Notice } from '../api';
import { flagWords } from '../components/GridRow';
import { usePlace } from '../components/use_place';
import { writeQuantity } from '../model/sheet';

/** What was recorded against a warning: for whoever answers for the month. */
export default function NoticesPage() {
  const { own, organisation, titleOfService, put } = usePlace();
  const notices = useInfiniteQuery({
    queryKey: ['journal', 'notices', organisation],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getNotices({ organisation, ...(pageParam ? { cursor: pageParam } : {}) }),
    getNextPageParam: (page) => page.next ?? undefined,
    enabled: organisation !== '',
  });
  const columns: Column<Notice>[] = [
    { key: 'name', title: t('journal.person'), weight: 'main', cell: (row) => <a href={`/recipients/${row.person}`}>{row.name}</a> },
    { key: 'service', title: t('journal.service'), cell: (row) => titleOfService(row.service) },
    { key: 'day', title: t('journal.day_of_service'), cell: (row) => formatDay(row.day) },
    { key: 'warnings', title: t('journal.warnings'), cell: (row) => flagWords(row.warnings) },
    { key: 'volume', title: t('journal.volume'), align: 'end', cell: (row) => (row.planned === undefined ? writeQuantity(row.delivered) : t('journal.of_plan', { total: writeQuantity(row.delivered), planned: writeQuantity(row.planned) })) },
    { key: 'recorded', title: t('journal.recorded'), weight: 'minor', cell: (row) => formatInstant(row.recorded_at, own.find((each) => each.id === organisation)?.zone) },
  ];
  return (
    <Page title={t('journal.notices')} lead={t('journal.notices_lead')} crumbs={[{ href: '/journal', label: t('journal.journal') }, { href: '/journal/month', label: t('journal.month') }]}>
      {own.length > 1 && (
        <div class="filters">
          <Select name="organisation" label={t('journal.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={(next) => put({ organisation: next })} />
        </div>
      )}
      <Table
        caption={t('journal.notices')} columns={columns} rows={notices.data?.pages.flatMap((page) => page.items) ?? null} rowKey={(row) => row.fact}
        problem={notices.error ? asProblem(notices.error) : null} onRetry={() => void notices.refetch()} empty={<EmptyState title={t('journal.no_notices')} />}
        more={{ next: notices.hasNextPage ? 'more' : null, busy: notices.isFetchingNextPage, onMore: () => void notices.fetchNextPage() }}
      />
    </Page>
  );
}
