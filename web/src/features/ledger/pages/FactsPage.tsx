import { useInfiniteQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { address, asProblem } from '../../../lib/api';
import { addDays, today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { SaveAs } from '../../../ui/SaveAs';
import { getFacts } from '../api';
import { FactTable, recipientWords } from '../components/FactTable';
import { JournalFilters } from '../components/JournalFilters';
import { JournalTotals } from '../components/JournalTotals';
import { addressOf, askOf, filterNames, filtersOf } from '../model/filters';

export default function FactsPage() {
  const { query, route } = useLocation();
  const filters = filtersOf(query);
  const { organisation, service, person, mine } = filters;
  const asked = askOf(filters);
  const last = asked.to ?? today();
  const months = { from: asked.from ?? addDays(last, -364), to: last, ...(organisation ? { organisation } : {}) };
  const facts = useInfiniteQuery({
    queryKey: ['facts', 'list', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      getFacts({ ...asked, ...(pageParam ? { cursor: pageParam } : {}), limit: 50 }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const rows = facts.data?.pages.flatMap((page) => page.items) ?? null;
  const named = rows?.find((each) => each.person?.id === person);
  const narrowed = filterNames.some((name) => filters[name]);

  return (
    <Page
      title={t('ledger.journal')}
      actions={
        <>
          {can('ledger.record') && <a class="button primary" href="/journal/new">{t('ledger.enter')}</a>}
          {can('journal.fill') && <a class="button" href="/journal/month">{t('ledger.month_sheet')}</a>}
          {can('ledger.import') && <a class="button" href="/journal/import">{t('ledger.import')}</a>}
        </>
      }
    >
      <JournalFilters filters={filters} name={named ? recipientWords(named) : ''} onChange={(change) => route(addressOf({ ...filters, ...change }), true)} />
      {rows && rows.length > 0 && <JournalTotals filters={filters} />}
      <FactTable
        caption={t('ledger.journal')}
        organisation
        facts={rows}
        problem={facts.error ? asProblem(facts.error) : null}
        onRetry={() => void facts.refetch()}
        onCorrect={(fact) => route(`/journal/new?correct=${fact.id}`)}
        more={{ next: facts.hasNextPage ? 'more' : null, busy: facts.isFetchingNextPage, onMore: () => void facts.fetchNextPage() }}
        empty={<EmptyState title={t('ledger.journal_empty')} detail={narrowed ? t('ledger.journal_empty_filtered') : t('ledger.journal_empty_detail')} />}
      />
      {rows && rows.length > 0 && (
        <>
          <SaveAs label={t('ledger.save_facts')} what={t('ledger.journal')} at={(format) => address('/facts/export', { query: { ...asked, format } })} />
          {!person && !mine && !service && <SaveAs label={t('ledger.save_months')} what={t('ledger.months')} at={(format) => address('/figures/services/export', { query: { ...months, format } })} />}
        </>
      )}
    </Page>
  );
}
