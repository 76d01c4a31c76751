import { useInfiniteQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { namer, titleOf, useOrganisations, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can, regionDay } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table, type Column } from '../../../ui/Table';
import { getCutFacts, type Fact } from '../api';
import { addressOf, askFacts, readQuestion } from '../model/question';

function whom({ person, unnamed_count }: Fact): string {
  if (!person) return t('cuts.unnamed_count', { count: unnamed_count });
  return person.name ?? `${t(`cuts.sex.${person.sex}`)}, ${t('cuts.years', { count: person.age })}`;
}

function Recipient({ fact }: { fact: Fact }) {
  return fact.person?.id && can('people.see') ? <a href={`/recipients/${fact.person.id}`}>{whom(fact)}</a> : <>{whom(fact)}</>;
}

/** The very facts behind a number. */
export default function CutFactsPage() {
  const { query } = useLocation();
  const day = regionDay();
  const ask = askFacts(query, day);
  const facts = useInfiniteQuery({
    queryKey: ['cuts', 'facts', ask],
    initialPageParam: '',
    queryFn: ({ pageParam, signal }) => getCutFacts({ ...ask, ...(pageParam ? { cursor: pageParam } : {}), limit: 50 }, signal),
    getNextPageParam: (page) => page.next ?? undefined,
  });
  const place = namer(useOrganisations().data, (each) => each.short_title);
  const service = namer(useServices().data, (each) => titleOf(each.titles));
  const columns: Column<Fact>[] = [
    { key: 'person', title: t('cuts.recipient'), weight: 'main', cell: (fact) => <Recipient fact={fact} /> },
    { key: 'service', title: t('cuts.axis.service'), cell: (fact) => service(fact.service) },
    { key: 'day', title: t('cuts.day'), cell: (fact) => <span class="nowrap">{formatDay(fact.performed_on)}</span> },
    { key: 'minutes', title: t('cuts.measure.minutes'), align: 'end', cell: (fact) => formatNumber(fact.minutes) },
    { key: 'channel', title: t('cuts.axis.channel'), weight: 'minor', cell: (fact) => t(`cuts.channel.${fact.channel}`) },
    { key: 'place', title: t('cuts.axis.centre'), weight: 'minor', cell: (fact) => place(fact.organisation) },
    { key: 'worker', title: t('cuts.worker'), weight: 'minor', cell: (fact) => fact.worker_name ?? '' },
  ];
  return (
    <Page title={t('cuts.facts')} crumbs={[{ href: addressOf(readQuestion(query, day)), label: t('cuts.title') }]}>
      <Table
        caption={t('cuts.facts')}
        columns={columns}
        rows={facts.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(fact) => fact.id}
        problem={facts.error ? asProblem(facts.error) : null}
        onRetry={() => void facts.refetch()}
        more={{ next: facts.hasNextPage ? 'more' : null, busy: facts.isFetchingNextPage, onMore: () => void facts.fetchNextPage() }}
        empty={<EmptyState title={t('cuts.no_facts')} />}
      />
    </Page>
  );
}
