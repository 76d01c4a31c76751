import { useInfiniteQuery } from '@tanstack/preact-query';
import { formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { More } from '../../../ui/More';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Tag } from '../../../ui/Tag';
import { getEvents } from '../api';
import '../components/Exchange.css';
import { ExchangeTabs } from '../components/ExchangeTabs';
import type { EventHead } from '../model/types';
import { kindWord, stateTones, stateWord, whenText } from '../model/words';

const proposeLink = () =>
  can('exchange.propose') && (
    <a class="button primary" href="/exchange/new">
      {t('exchange.propose')}
    </a>
  );

export default function EventsPage() {
  return (
    <Page title={t('exchange.title')} lead={t('exchange.lead')} actions={proposeLink()}>
      <ExchangeTabs current="/exchange" />
      <Events when="coming" />
      <Events when="past" />
    </Page>
  );
}

function Events({ when }: { when: 'coming' | 'past' }) {
  const query = useInfiniteQuery({
    queryKey: ['exchange', 'events', when],
    queryFn: ({ pageParam }) => getEvents(when, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const events = query.data?.pages.flatMap((page) => page.items);
  return (
    <section class="card" aria-labelledby={`exchange-${when}`}>
      <h2 id={`exchange-${when}`}>{t(`exchange.${when}`)}</h2>
      {query.error && <Failure error={query.error} onRetry={() => void query.refetch()} />}
      {!events && !query.error && <Waiting waiting />}
      {events?.length === 0 && (when === 'coming' ? <EmptyState title={t('exchange.none_coming')} action={proposeLink() || undefined} /> : <p class="muted">{t('exchange.none_past')}</p>)}
      {byMonth(events ?? []).map(([month, list]) => (
        <div class="exchange-month" key={month}>
          <h3>{formatMonthLong(`${month}-01`)}</h3>
          <ul class="exchange-events">
            {list.map((each) => (
              <Row key={each.event.id} head={each} />
            ))}
          </ul>
        </div>
      ))}
      {events && events.length > 0 && <More next={query.hasNextPage ? '' : null} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} shown={events.length} />}
    </section>
  );
}

function Row({ head: { event, host, centres, people } }: { head: EventHead }) {
  return (
    <li>
      <span>
        <a href={`/exchange/events/${event.id}`}>{event.topic}</a> <Tag tone={stateTones[event.state]}>{stateWord(event.state)}</Tag>
      </span>
      <span class="muted">
        {whenText(event)} · {kindWord(event.kind)} · {host.title}
        {centres > 0 && ` · ${t('exchange.takes_part', { centres, people })}`}
      </span>
    </li>
  );
}

function byMonth(events: readonly EventHead[]): [string, EventHead[]][] {
  const months = new Map<string, EventHead[]>();
  for (const each of events) {
    const month = each.event.starts_on.slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), each]);
  }
  return [...months];
}
