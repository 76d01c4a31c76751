import { useInfiniteQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { address, asProblem } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { addDays, isDay, today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { SaveAs } from '../../../ui/SaveAs';
import { Select } from '../../../ui/Select';
import { getFacts } from '../api';
import { FactTable } from '../components/FactTable';

const filterNames = ['from', 'to', 'organisation', 'practice', 'person', 'mine'] as const;
type Filters = Partial<Record<(typeof filterNames)[number], string>>;

export default function FactsPage() {
  const { query, route } = useLocation();
  const organisations = useOrganisations();
  const filters: Filters = {};
  for (const name of filterNames) if (query[name]) filters[name] = query[name];
  const { from, to, organisation, practice, person } = filters;
  const asked = {
    ...(from && isDay(from) ? { from } : {}),
    ...(to && isDay(to) ? { to } : {}),
    ...(organisation ? { organisation } : {}),
    ...(practice ? { practice } : {}),
    ...(person ? { person } : {}),
    ...(filters.mine ? { mine: true } : {}),
  };
  const last = asked.to ?? today();
  const months = { from: asked.from ?? addDays(last, -364), to: last, ...(organisation ? { organisation } : {}) };
  const facts = useInfiniteQuery({
    queryKey: ['facts', 'list', filters],
    initialPageParam: '',
    queryFn: ({ pageParam }) =>
      getFacts({ ...asked, ...(pageParam ? { cursor: pageParam } : {}), limit: 50 }),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const set = (change: Filters) => {
    const next = new URLSearchParams();
    for (const [name, value] of Object.entries({ ...filters, ...change })) if (value) next.set(name, value);
    const text = next.toString();
    route(`/journal${text ? `?${text}` : ''}`, true);
  };
  const all = organisations.data ?? [];
  const own = can('people.see') ? ownOrganisations(all) : all.filter((each) => !each.closed_on);
  const narrowed = filterNames.some((name) => filters[name]);

  return (
    <Page
      title={t('ledger.journal')}
      actions={
        <>
          {can('ledger.record') && <a class="button primary" href="/journal/new">{t('ledger.enter')}</a>}
          {can('ledger.import') && <a class="button" href="/journal/import">{t('ledger.import')}</a>}
        </>
      }
    >
      <div class="filters" role="search" aria-label={t('ledger.filters')}>
        <DateField name="from" label={t('ledger.from')} hint="" required value={from ?? null} onChange={(day) => set({ from: day ?? '' })} />
        <DateField name="to" label={t('ledger.to')} hint="" required value={to ?? null} onChange={(day) => set({ to: day ?? '' })} />
        {own.length > 1 && (
          <Select name="organisation" label={t('ledger.organisation')} required empty={t('ledger.all')} value={organisation ?? ''} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={(value) => set({ organisation: value })} />
        )}
        {can('ledger.record') && (
          <Select name="mine" label={t('ledger.entered_by')} required empty={t('ledger.anyone')} value={filters.mine ?? ''} choices={[{ value: '1', label: t('ledger.me') }]} onChange={(value) => set({ mine: value })} />
        )}
        {narrowed && <a class="button quiet" href="/journal">{t('ledger.drop_filters')}</a>}
      </div>
      <FactTable
        caption={t('ledger.journal')}
        organisation
        facts={facts.data?.pages.flatMap((page) => page.items) ?? null}
        problem={facts.error ? asProblem(facts.error) : null}
        onRetry={() => void facts.refetch()}
        more={{ next: facts.hasNextPage ? 'more' : null, busy: facts.isFetchingNextPage, onMore: () => void facts.fetchNextPage() }}
        empty={<EmptyState title={t('ledger.journal_empty')} detail={narrowed ? t('ledger.journal_empty_filtered') : t('ledger.journal_empty_detail')} />}
      />
      {facts.data?.pages[0]?.items.length ? (
        <>
          <SaveAs label={t('ledger.save_facts')} what={t('ledger.journal')} at={(format) => address('/facts/export', { query: { ...asked, format } })} />
          {!person && !filters.mine && <SaveAs label={t('ledger.save_months')} what={t('ledger.months')} at={(format) => address('/figures/services/export', { query: { ...months, format } })} />}
        </>
      ) : null}
    </Page>
  );
}
