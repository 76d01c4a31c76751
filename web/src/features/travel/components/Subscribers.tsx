import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Table } from '../../../ui/Table';
import { decide, readSubscribers, type Subscriber } from '../api';

/** Who reads our feed: only accepted keys may tell how many centres took a practice over. */
export function Subscribers() {
  const found = useInfiniteQuery({
    queryKey: ['travel', 'subscribers'],
    queryFn: ({ pageParam }) => readSubscribers(pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? undefined,
  });
  const deciding = useSend(async (key: string, subscriber: string, accepted: boolean) => {
    await decide(subscriber, accepted, key);
    await found.refetch();
  });
  const rows = found.data?.pages.flatMap((page) => page.items) ?? null;
  const buttons = (row: Subscriber) => (
    <span class="page-actions">
      {row.standing !== 'accepted' && <Button busy={deciding.busy} onClick={() => void deciding.send(row.id, true)}>{t('travel.accept')}</Button>}
      {row.standing !== 'refused' && <Button kind="quiet" busy={deciding.busy} onClick={() => void deciding.send(row.id, false)}>{t('travel.refuse')}</Button>}
    </span>
  );
  return (
    <section class="card stack">
      <h2>{t('travel.subscribers')}</h2>
      <ErrorSummary problem={deciding.problem} />
      <Table caption={t('travel.subscribers')} rows={rows} rowKey={(row) => row.id} problem={found.error ? asProblem(found.error) : null} onRetry={() => void found.refetch()}
        empty={<EmptyState title={t('travel.no_subscribers')} />}
        {...(found.hasNextPage ? { more: { next: 'more', busy: found.isFetchingNextPage, onMore: () => void found.fetchNextPage() } } : {})}
        columns={[
          { key: 'title', title: t('travel.server'), weight: 'main', cell: (row) => <strong>{row.title}</strong> },
          { key: 'fingerprint', title: t('travel.fingerprint'), cell: (row) => <span class="fingerprint">{row.fingerprint}</span> },
          { key: 'standing', title: t('travel.standing'), cell: (row) => t('travel.subscriber_standing', { standing: row.standing }) },
          { key: 'centres', title: t('travel.told'), cell: (row) => (row.counted_at ? `${formatNumber(row.centres)}, ${formatInstant(row.counted_at)}` : '—') },
          ...(can('travel.publish') ? [{ key: 'decide', title: t('travel.decision'), align: 'end' as const, cell: buttons }] : []),
        ]} />
    </section>
  );
}
