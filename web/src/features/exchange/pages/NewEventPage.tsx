import { useLocation } from 'preact-iso';
import { t } from '../../../lib/messages';
import { Page } from '../../../ui/Page';
import { proposeEvent } from '../api';
import { EventForm } from '../components/EventForm';
import '../components/Exchange.css';
import { useKeep } from '../model/use_event';

export default function NewEventPage() {
  const { route, query } = useLocation();
  const keep = useKeep();
  return (
    <Page title={t('exchange.propose')} crumbs={[{ href: '/exchange', label: t('exchange.title') }]} lead={t('exchange.propose_lead')}>
      <section class="card">
        <EventForm
          host={query.host ?? ''}
          action={t('exchange.propose_do')}
          onSave={async (draft, key) => {
            const made = await proposeEvent(draft, key);
            keep(made);
            route(`/exchange/events/${made.event.id}`, true);
          }}
        />
      </section>
    </Page>
  );
}
