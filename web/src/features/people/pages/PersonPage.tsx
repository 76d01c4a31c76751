import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { Fragment, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { asProblem, problemText } from '../../../lib/api';
import { namer, ownOrganisations, useDistricts, useOrganisations } from '../../../lib/directory';
import { formatDay, today } from '../../../lib/dates';
import { keepDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { formatSnils } from '../../../lib/person_numbers';
import { can } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { ageWords, lifeWords } from '../../../ui/person/age';
import { Waiting } from '../../../ui/Progress';
import { Tag } from '../../../ui/Tag';
import { getCard, type Card } from '../api';
import { Consents } from '../components/consents/Consents';
import { DetachDialog } from '../components/DetachDialog';
import { nameOf } from '../components/draft';
import { Facts } from '../components/Facts';
import { FileParts } from '../components/file/FileParts';
import { Forms } from '../components/Forms';
import '../components/Card.css';
import { Programmes } from '../components/Programmes';
import { Reads } from '../components/Reads';
import { Scales } from '../components/Scales';

type Line = [label: string, value: ComponentChildren];

function Details({ card }: { card: Card }) {
  const { person } = card;
  const districts = useDistricts();
  const district = namer(districts.data, (each) => each.title)(person.district);
  const none = <span class="muted">{t('people.not_given')}</span>;
  const lines: Line[] = [
    [t('person.birth'), formatDay(person.birth)],
    ...(person.death ? ([[t('person.death'), formatDay(person.death)]] as Line[]) : []),
    [t('person.sex'), t(`person.sex.${person.sex}`)],
    ...(person.snils || !person.iin ? ([[t('person.snils'), person.snils ? <span class="number">{formatSnils(person.snils)}</span> : none]] as Line[]) : []),
    ...(person.iin ? ([[t('person.iin'), person.iin]] as Line[]) : []),
    [t('person.district'), district || none],
    [t('person.phone'), person.phone ? <a href={`tel:${person.phone.replace(/[^+\d]/g, '')}`}>{person.phone}</a> : none],
    [t('person.address'), person.address ?? none],
  ];
  return (
    <section class="card" aria-label={t('people.details')}>
      <h2>{t('people.details')}</h2>
      <dl class="facts-list">
        {lines.map(([label, value]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}

function Attachments({ card, onDetach }: { card: Card; onDetach(organisation: string): void }) {
  const organisations = useOrganisations();
  const place = namer(organisations.data, (each) => each.short_title);
  const own = new Set(ownOrganisations(organisations.data ?? []).map((each) => each.id));
  return (
    <section class="card" aria-label={t('people.attachments')}>
      <h2>{t('people.attachments')}</h2>
      <ul class="person-attachments">
        {card.attachments.map((each) => (
          <li key={`${each.organisation}${each.since}`}>
            <div>
              <strong>{place(each.organisation)}</strong>
              <div class="muted">{each.until ? t('people.served_until', { since: formatDay(each.since), until: formatDay(each.until) }) : t('people.served_since', { since: formatDay(each.since) })}</div>
              {each.reason && <div>{each.reason}</div>}
            </div>
            {!each.until && can('people.change') && own.has(each.organisation) && (
              <Button kind="quiet" onClick={() => onDetach(each.organisation)}>{t('people.detach')}</Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

export default function PersonPage() {
  const { params } = useRoute();
  const { route } = useLocation();
  const id = params.person ?? '';
  const card = useQuery({ queryKey: ['persons', 'card', id], queryFn: async () => (await getCard(id)).body });
  const [detaching, setDetaching] = useState<string | null>(null);
  const person = card.data?.person;
  const record = () => {
    if (!person) return;
    // The name travels in the session, not in the address.
    keepDraft('entry recipient', { id: person.id, title: nameOf(person), note: lifeWords(person.birth, person.death, today()) });
    route('/journal/new');
  };
  useShortcut('KeyV', 'people.keys.record', record);

  if (!person || !card.data) {
    return (
      <Page title={t('people.card')} crumbs={[{ href: '/recipients', label: t('people.title') }]}>
        {card.error ? (
          <div class="table-problem" role="alert">
            <p>{asProblem(card.error).status === 404 ? t('people.absent') : problemText(asProblem(card.error))}</p>
            <Button onClick={() => void card.refetch()}>{t('ui.retry')}</Button>
          </div>
        ) : (
          <Waiting waiting />
        )}
      </Page>
    );
  }
  return (
    <Page
      title={nameOf(person)}
      crumbs={[{ href: '/recipients', label: t('people.title') }]}
      lead={
        <>
          {person.death ? <Tag>{t('people.dead_on', { day: formatDay(person.death) })}</Tag> : ageWords(person.birth, today())}
        </>
      }
      actions={
        <>
          {can('ledger.record') && !person.death && <Button kind="primary" onClick={record}>{t('people.record')}</Button>}
          {can('payment.see') && <a class="button" href={`/recipients/${id}/payment`}>{t('people.payment')}</a>}
          {can('story.see') && <a class="button" href={`/recipients/${id}/story`}>{t('people.story.title')}</a>}
          {can('people.change') && <a class="button" href={`/recipients/${id}/edit`}>{t('people.edit')}</a>}
        </>
      }
    >
      <div class="person-columns">
        <div class="stack">
          <Details card={card.data} />
          <FileParts person={id} />
          <Consents card={card.data} />
          <Attachments card={card.data} onDetach={setDetaching} />
        </div>
        <div class="stack">
          <Facts person={id} />
          {can('programmes.see') && <Programmes person={id} />}
          {can('scales.see_filled') && <Scales person={id} />}
          {can('forms.see') && <Forms person={id} />}
          {can('people.see_reads') && <Reads person={id} />}
        </div>
      </div>
      <DetachDialog person={id} organisation={detaching} onClose={() => setDetaching(null)} onDone={() => { setDetaching(null); void card.refetch(); }} />
    </Page>
  );
}
