import { useInfiniteQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { namer, useOrganisations } from '../../../lib/directory';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Table } from '../../../ui/Table';
import { getReads } from '../api';

export function Reads({ person }: { person: string }) {
  const reads = useInfiniteQuery({
    queryKey: ['persons', 'reads', person],
    initialPageParam: '',
    queryFn: ({ pageParam }) => getReads(person, pageParam),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const organisations = useOrganisations();
  const place = namer(organisations.data, (each) => each.short_title);
  const zone = namer(organisations.data, (each) => each.zone);
  return (
    <section class="stack" aria-label={t('people.reads')}>
      <h2>{t('people.reads')}</h2>
      <Table
        caption={t('people.reads')}
        rows={reads.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(row) => `${row.at}${row.action}`}
        problem={reads.error ? asProblem(reads.error) : null}
        onRetry={() => void reads.refetch()}
        more={{ next: reads.hasNextPage ? 'more' : null, busy: reads.isFetchingNextPage, onMore: () => void reads.fetchNextPage() }}
        empty={<EmptyState title={t('people.no_reads')} />}
        columns={[
          { key: 'who', title: t('people.who'), weight: 'main', cell: (row) => <div>{row.account ?? t('people.system')}<div class="muted">{place(row.organisation)}</div></div> },
          { key: 'what', title: t('people.what'), cell: (row) => <div>{row.text}{row.reason && <div class="muted">{row.reason}</div>}</div> },
          { key: 'at', title: t('people.when'), cell: (row) => <span class="number">{formatInstant(row.at, zone(row.organisation) || undefined)}</span> },
        ]}
      />
    </section>
  );
}
