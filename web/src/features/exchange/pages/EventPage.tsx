import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { t, type PlainKey } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { notify } from '../../../ui/Status';
import { Tabs } from '../../../ui/Tabs';
import { Tag } from '../../../ui/Tag';
import { saveEvent } from '../api';
import { Attendance } from '../components/Attendance';
import { Decisions } from '../components/Decisions';
import { Delegations } from '../components/Delegations';
import { EventForm } from '../components/EventForm';
import { EventMoves } from '../components/EventMoves';
import '../components/Exchange.css';
import { Materials } from '../components/Materials';
import { Papers } from '../components/Papers';
import { ProgrammePart } from '../components/ProgrammePart';
import { Result } from '../components/Result';
import { TakeHome } from '../components/TakeHome';
import type { EventView } from '../model/types';
import { useEvent, useKeep } from '../model/use_event';
import { kindWord, stateTones, stateWord, whenText } from '../model/words';

const parts = ['programme', 'delegations', 'attendance', 'materials', 'decisions', 'home', 'result'] as const;
type Part = (typeof parts)[number];

export default function EventPage() {
  const { params } = useRoute();
  const id = params.event ?? '';
  const query = useEvent(id);
  const view = query.data;
  const absent = query.error && asProblem(query.error).status === 404;
  const lead = view && (
    <>
      <Tag tone={stateTones[view.event.state]}>{stateWord(view.event.state)}</Tag> {kindWord(view.event.kind)}, {whenText(view.event)}
    </>
  );
  return (
    <Page title={view?.event.topic ?? t('exchange.event')} crumbs={[{ href: '/exchange', label: t('exchange.title') }]} lead={lead}>
      {view ? (
        params.tab === 'edit' ? (
          <Editing view={view} />
        ) : (
          <Known view={view} part={parts.find((each) => each === params.tab) ?? 'programme'} />
        )
      ) : absent ? (
        <EmptyState title={t('exchange.absent')} />
      ) : query.error ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting waiting />
      )}
    </Page>
  );
}

function Editing({ view }: { view: EventView }) {
  const keep = useKeep();
  const { route } = useLocation();
  return (
    <section class="card">
      {view.event.state === 'announced' && <p class="muted">{t('exchange.edit_asks_again')}</p>}
      <EventForm
        key={view.event.revision}
        event={view.event}
        action={t('exchange.save')}
        onSave={async (draft) => {
          keep(await saveEvent(view.event, draft));
          notify(t('exchange.saved'));
          route(`/exchange/events/${view.event.id}`);
        }}
      />
    </section>
  );
}

function Known({ view, part }: { view: EventView; part: Part }) {
  const { event } = view;
  const at = (each: Part) => (each === 'programme' ? `/exchange/events/${event.id}` : `/exchange/events/${event.id}/${each}`);
  const began = event.state === 'held' || event.state === 'closed';
  const shown = parts.filter((each) => (each === 'attendance' ? view.hosts && can('exchange.host') : each === 'result' || each === 'home' ? began || view.today >= event.starts_on : true));
  const Body = { programme: ProgrammePart, delegations: Delegations, attendance: Attendance, materials: Materials, decisions: Decisions, home: TakeHome, result: Result }[part];
  return (
    <>
      <section class="card">
        <dl class="exchange-facts">
          <dt>{t('exchange.form.host')}</dt>
          <dd>{view.host.title}</dd>
          <dt>{t('exchange.form.place')}</dt>
          <dd>{event.place}</dd>
          <dt>{t('exchange.zone')}</dt>
          <dd>{event.zone}</dd>
          <dt>{t('exchange.form.capacity')}</dt>
          <dd>{t('exchange.places', { capacity: event.capacity, left: view.places_left })}</dd>
          {view.proposed_by && <dt>{t('exchange.proposed_by')}</dt>}
          {view.proposed_by && <dd>{view.proposed_by}</dd>}
        </dl>
        {event.summary && <p class="exchange-protocol">{event.summary}</p>}
        {event.cancel_reason && <p>{t('exchange.cancelled_because', { reason: event.cancel_reason })}</p>}
        <Papers view={view} />
        <EventMoves view={view} />
      </section>
      <Tabs label={t('exchange.parts')} current={at(part)} tabs={shown.map((each) => ({ href: at(each), label: t(`exchange.part.${each}` satisfies PlainKey) }))} />
      <section class="card">
        <Body view={view} />
      </section>
    </>
  );
}
