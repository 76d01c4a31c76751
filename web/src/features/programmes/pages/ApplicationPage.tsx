import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { Fragment, type ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { getApplication, getCircumstances, getNeeds, getReasons, type Application, type Reason } from '../api';
import { AskDialog, type Ask } from '../components/AskDialog';
import { Due } from '../components/Due';
import '../components/Programmes.css';
import { asks, type AskName } from '../model/steps';
import { reasonWords } from '../model/words';

function Said({ application }: { application: Application }) {
  const services = useServices();
  const lists = useQuery({ queryKey: ['person lists'], queryFn: getCircumstances, staleTime: 300_000 });
  const { wish } = application;
  const lines: [string, ComponentChildren][] = [
    [t('programmes.form'), t(`programmes.form.${wish.form}`)],
    [t('programmes.received_on'), `${formatDay(application.received_on)}, ${t(`programmes.channel.${wish.channel}`)}`],
    ...(wish.applicant ? [[t('programmes.applicant'), [wish.applicant.name, wish.applicant.right, wish.applicant.phone].filter(Boolean).join(', ')] as [string, string]] : []),
    [t('programmes.circumstances'), wish.circumstances.map((code) => titleOf(lists.data?.find((each) => each.code === code)?.titles) || code).join('; ') || '—'],
    [t('programmes.wanted'), wish.services.map((id) => titleOf(services.data?.find((each) => each.id === id)?.titles)).join('; ') || '—'],
    ...(wish.note ? [[t('programmes.in_words'), wish.note] as [string, string]] : []),
  ];
  return (
    <section class="card" aria-label={t('programmes.said')}>
      <h2>{t('programmes.said')}</h2>
      <dl class="facts-list">{lines.map(([label, value]) => <Fragment key={label}><dt>{label}</dt><dd>{value}</dd></Fragment>)}</dl>
    </section>
  );
}

function Events({ application, reasons }: { application: Application; reasons: readonly Reason[] | undefined }) {
  return (
    <section class="card" aria-label={t('programmes.events')}>
      <h2>{t('programmes.events')}</h2>
      <ol class="prog-events">
        {application.events.map((each, place) => (
          <li key={place}>
            <time dateTime={each.day}>{formatDay(each.day)}</time>
            <div>
              <strong>{t(`programmes.event.${each.kind}`)}</strong>
              {each.reason && <div>{reasonWords(reasons, 'refusal', each.reason)}</div>}
              {each.note && <div>{each.note}</div>}
              {each.assessment && <div><a href={`/recipients/${application.person}/assessments/${each.assessment}`}>{t('programmes.open_assessment')}</a></div>}
              {each.author && <div class="muted">{each.author}</div>}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}

interface NextProps {
  application: Application;
  needs: number;
  onAsk(name: AskName): void;
}

/** The one thing to do now, and what else may be done. */
function Next({ application, needs, onAsk }: NextProps) {
  const { step, person, id, programme } = application;
  const main: Partial<Record<Application['step'], ComponentChildren>> = {
    assess: can('programmes.assess') && (needs > 0
      ? <><Button kind="primary" onClick={() => onAsk('assessed')}>{t('programmes.do.assess')}</Button><a class="button" href={`/recipients/${person}/assessments/new`}>{t('programmes.new_assessment')}</a></>
      : <a class="button primary" href={`/recipients/${person}/assessments/new`}>{t('programmes.new_assessment')}</a>),
    await_papers: can('programmes.register') && <Button kind="primary" onClick={() => onAsk('resumed')}>{t('programmes.do.resume')}</Button>,
    decide: can('programmes.decide') && <><Button kind="primary" onClick={() => onAsk('granted')}>{t('programmes.do.grant')}</Button><Button onClick={() => onAsk('refused')}>{t('programmes.do.refuse')}</Button></>,
    make_programme: can('programmes.plan') && <a class="button primary" href={`/recipients/${person}/programmes/new?application=${id}`}>{t('programmes.do.programme')}</a>,
    approve_programme: programme && <a class="button primary" href={`/programmes/plans/${programme}`}>{t('programmes.do.open_programme')}</a>,
    conclude_contract: programme && <a class="button primary" href={`/programmes/plans/${programme}`}>{t('programmes.do.contract')}</a>,
    deliver: can('programmes.register') && <Button kind="primary" onClick={() => onAsk('delivered')}>{t('programmes.do.deliver')}</Button>,
  };
  const undecided = step === 'assess' || step === 'decide';
  return (
    <section class="card" aria-label={t('programmes.next_step')}>
      <h2>{t('programmes.next_step')}</h2>
      <div class="prog-next">
        <p>
          <strong>{t(`programmes.step.${step}`)}</strong>
          <Due clock={application.clock} />
          {application.clock?.ground && <span class="muted">{t('programmes.ground', { ground: application.clock.ground })}</span>}
        </p>
        <div class="page-actions">
          {main[step]}
          {undecided && can('programmes.register') && <Button onClick={() => onAsk('returned')}>{t('programmes.do.return')}</Button>}
          {step !== 'none' && step !== 'conclude_contract' && step !== 'deliver' && can('programmes.register') && <Button kind="quiet" onClick={() => onAsk('withdrawn')}>{t('programmes.do.withdraw')}</Button>}
          {(step === 'conclude_contract' || step === 'make_programme') && can('programmes.register') && <Button kind="quiet" onClick={() => onAsk('closed')}>{t('programmes.do.close')}</Button>}
        </div>
      </div>
      {step === 'decide' && !can('programmes.decide') && <p class="muted">{t('programmes.director_decides')}</p>}
      {step === 'assess' && !can('programmes.assess') && <p class="muted">{t('programmes.specialist_assesses')}</p>}
    </section>
  );
}

function Sheet({ application }: { application: Application }) {
  const client = useQueryClient();
  const reasons = useQuery({ queryKey: ['programme reasons'], queryFn: getReasons, staleTime: 300_000 });
  const needs = useQuery({ queryKey: ['scales of', application.person, 'for an application'], queryFn: () => getNeeds(application.person), enabled: application.step === 'assess' });
  const [ask, setAsk] = useState<Ask | null>(null);
  const open = (name: AskName) => setAsk(asks[name](application.id, needs.data ?? [], reasons.data ?? []));
  const programme = application.programme;
  return (
    <div class="stack">
      {application.step !== 'none' && <Next application={application} needs={needs.data?.length ?? 0} onAsk={open} />}
      <div class="prog-columns">
        <Said application={application} />
        <div class="stack">
          <Events application={application} reasons={reasons.data} />
          {programme && <p><a href={`/programmes/plans/${programme}`}>{t('programmes.open_programme')}</a></p>}
        </div>
      </div>
      <AskDialog ask={ask} onClose={() => setAsk(null)} onDone={() => {
        setAsk(null);
        notify(t('programmes.saved'));
        void client.invalidateQueries({ queryKey: ['programmes'] });
      }} />
    </div>
  );
}

export default function ApplicationPage() {
  const id = useRoute().params.application ?? '';
  const application = useQuery({ queryKey: ['programmes', 'application', id], queryFn: () => getApplication(id) });
  const found = application.data;
  const open = found && !found.closed_on && ['received', 'returned', 'assessed'].includes(found.state);
  return (
    <Page
      title={found ? t('programmes.application_of', { name: found.name ?? t('programmes.not_served') }) : t('programmes.application')}
      lead={found && `${t('programmes.number_of_day', { number: found.number, day: formatDay(found.received_on) })}. ${t(`programmes.state.${found.state}`)}`}
      crumbs={[{ href: '/programmes', label: t('programmes.title') }]}
      actions={found && (
        <>
          {open && can('programmes.register') && <a class="button" href={`/programmes/applications/${id}/edit`}>{t('programmes.correct')}</a>}
          {found.name && <a class="button" href={`/recipients/${found.person}`}>{t('programmes.card')}</a>}
        </>
      )}
    >
      <Loaded query={application}>{(loaded) => <Sheet application={loaded} />}</Loaded>
    </Page>
  );
}
