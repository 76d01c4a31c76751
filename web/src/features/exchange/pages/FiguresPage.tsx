import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { formatDay, today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import type { Schemas } from '../../../lib/api';
import { getFigures } from '../api';
import '../components/Exchange.css';
import { ExchangeTabs } from '../components/ExchangeTabs';
import { OutcomeText } from '../components/OutcomeText';

type EventFigures = Schemas['ExchangeEventFigures'];
type HostFigures = Schemas['ExchangeHostFigures'];

const events = (): Column<EventFigures>[] => [
  { key: 'topic', title: t('exchange.form.topic'), weight: 'main', cell: (each) => <a href={`/exchange/events/${each.id}/result`}>{each.topic}</a> },
  { key: 'day', title: t('exchange.day'), cell: (each) => formatDay(each.starts_on) },
  { key: 'host', title: t('exchange.form.host'), cell: (each) => each.host.title },
  { key: 'outcome', title: t('exchange.result'), cell: (each) => <OutcomeText outcome={each.outcome} /> },
  { key: 'settled', title: t('exchange.term'), cell: (each) => <Tag tone={each.settled ? 'good' : 'info'}>{t(each.settled ? 'exchange.settled' : 'exchange.running')}</Tag> },
];
const hosts = (): Column<HostFigures>[] => [
  { key: 'host', title: t('exchange.form.host'), weight: 'main', cell: (each) => each.host.title },
  { key: 'events', title: t('exchange.events'), align: 'end', cell: (each) => each.events },
  { key: 'outcome', title: t('exchange.result'), cell: (each) => <OutcomeText outcome={each.outcome} /> },
];

export default function FiguresPage() {
  const { query: asked } = useLocation();
  const year = Number(asked.year) || Number(today().slice(0, 4));
  const query = useQuery({ queryKey: ['exchange', 'figures', year], queryFn: () => getFigures(year) });
  return (
    <Page title={t('exchange.figures_of', { year: String(year) })} lead={t('exchange.figures_lead')}>
      <ExchangeTabs current="/exchange/figures" />
      <p class="exchange-row">
        <a href={`/exchange/figures?year=${year - 1}`}>← {year - 1}</a>
        <a href={`/exchange/figures?year=${year + 1}`}>{year + 1} →</a>
      </p>
      <Loaded query={query}>
        {(figures) =>
          figures.events === 0 ? (
            <EmptyState title={t('exchange.figures_none')} />
          ) : (
            <>
              <section class="card">
                <h2>{t('exchange.in_sum')}</h2>
                <p>
                  <strong>
                    <OutcomeText outcome={figures.outcome} />
                  </strong>
                </p>
                <p>{t('exchange.decisions_sum', { all: figures.decisions, in_term: figures.decisions_in_term, overdue: figures.decisions_overdue })}</p>
              </section>
              <section class="card">
                <h2>{t('exchange.by_host')}</h2>
                <Table caption={t('exchange.by_host')} columns={hosts()} rows={figures.hosts} rowKey={(each) => each.host.id} empty={null} />
              </section>
              <section class="card">
                <h2>{t('exchange.by_event')}</h2>
                <Table caption={t('exchange.by_event')} columns={events()} rows={figures.list} rowKey={(each) => each.id} empty={null} />
              </section>
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
