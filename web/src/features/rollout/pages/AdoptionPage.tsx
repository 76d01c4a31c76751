import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { adopt, getAdoption, getPractice, stopAdoption } from '../api';
import { ActionList } from '../components/ActionList';
import { Adaptations } from '../components/Adaptations';
import '../components/Adoption.css';
import '../components/Cell.css';
import { FlagNotes } from '../components/CellSheet';
import { StateTag } from '../components/ColourTag';
import { Failure } from '../../../ui/Loaded';
import { Plan } from '../components/Plan';
import { Proposal } from '../components/Proposal';
import { PrintButton } from '../components/PrintButton';
import { Readiness } from '../components/Readiness';
import { ReasonForm } from '../components/ReasonForm';
import '../components/Rollout.css';
import { StageTrack } from '../components/StageTrack';
import type { Adoption } from '../model/types';
import { useSend } from '../../../lib/send';

export default function AdoptionPage() {
  const { params } = useRoute();
  const id = params.adoption ?? '';
  const query = useQuery({ queryKey: ['rollout', 'adoption', id], queryFn: () => getAdoption(id) });
  const adoption = query.data;
  const absent = query.error && asProblem(query.error).status === 404;
  return (
    <Page
      title={adoption?.head.practice.title ?? t('rollout.adoption')}
      crumbs={[
        { href: '/rollout', label: t('rollout.title') },
        ...(adoption ? [{ href: `/rollout/centres/${adoption.head.organisation.id}`, label: adoption.head.organisation.title }] : []),
      ]}
      lead={adoption && <Lead adoption={adoption} />}
      actions={adoption && <PrintButton />}
    >
      {adoption ? (
        <Screen adoption={adoption} />
      ) : absent ? (
        <EmptyState title={t('rollout.adoption.absent')} detail={t('rollout.centre.foreign_detail')} />
      ) : query.error ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting waiting />
      )}
    </Page>
  );
}

function Lead({ adoption: { head } }: { adoption: Adoption }) {
  return (
    <>
      {t('rollout.adoption.lead', { version: head.version, day: formatDay(head.chosen_on) })}
      {head.opened_on && ` ${t('rollout.adoption.opened', { day: formatDay(head.opened_on), order: head.opening_order ?? '—' })}`}{' '}
      <a href={`/practices/${head.practice.id}`}>{t('rollout.adoption.passport')}</a>
    </>
  );
}

function Screen({ adoption }: { adoption: Adoption }) {
  const { head, state } = adoption;
  const { query } = useLocation();
  const mayDecide = can('rollout.adopt');
  const stopped = Boolean(head.stopped_on);
  return (
    <>
      {stopped && <Stopped adoption={adoption} />}
      <section class="card adoption-way">
        <div class="adoption-state">
          <StateTag state={state} />
          <span class="adoption-days">
            {state.deadline && <span>{t('rollout.due', { day: formatDay(state.deadline) })}</span>}
            {state.reached_on ? (
              <span>{t('rollout.reached', { day: formatDay(state.reached_on) })}</span>
            ) : (
              <span>{state.forecast ? t('rollout.cell.forecast', { day: formatDay(state.forecast) }) : !stopped && t('rollout.no_forecast')}</span>
            )}
          </span>
          <a class="no-print" href={`/rollout?cell=${head.organisation.id}.${head.practice.id}`}>{t('rollout.adoption.facts')}</a>
        </div>
        <StageTrack state={state} first={adoption.first} forecast={adoption.forecast} />
        {adoption.reason.text && <p class="cell-reason">{adoption.reason.text}</p>}
        <FlagNotes flags={state.flags} />
      </section>
      {adoption.newer_version && !stopped && <NewerVersion adoption={adoption} />}
      {adoption.next.length > 0 && !stopped && (
        <section class="card no-print">
          <h2>{t('rollout.next')}</h2>
          <ActionList actions={adoption.next} today={adoption.today} limit={5} />
        </section>
      )}
      <section class="card" id="plan">
        <h2>{t('rollout.plan')}</h2>
        {adoption.lines.length > 0 || head.confirmed_on ? (
          <Plan adoption={adoption} chosen={query.line ?? null} />
        ) : head.opened_on ? (
          <p class="muted">{t('rollout.plan.opened')}</p>
        ) : mayDecide && !stopped ? (
          <Proposal adoption={adoption} />
        ) : (
          <EmptyState title={t('rollout.plan.none')} />
        )}
      </section>
      {!stopped && (
        <section class="card">
          <h2>{t('rollout.readiness')}</h2>
          <Readiness needs={adoption.needs} />
        </section>
      )}
      {adoption.adaptable.length > 0 && (
        <section class="card">
          <h2>{t('rollout.adaptations')}</h2>
          <Adaptations key={adoption.revision} adoption={adoption} mayChange={mayDecide && !stopped} />
        </section>
      )}
      {mayDecide && !stopped && <StopSection adoption={adoption} />}
    </>
  );
}

function Stopped({ adoption: { head } }: { adoption: Adoption }) {
  const client = useQueryClient();
  const again = useSend(async (key) => {
    await adopt(head.organisation.id, head.practice.id, key);
    await client.invalidateQueries({ queryKey: ['rollout'] });
  });
  return (
    <div class="notice">
      <p>
        <strong>{t('rollout.stopped_on', { day: formatDay(head.stopped_on ?? '') })}</strong> {head.stop_reason}
      </p>
      <ErrorSummary problem={again.problem} />
      {can('rollout.adopt') && (
        <Button busy={again.busy} onClick={() => void again.send()}>
          {t('rollout.go_on')}
        </Button>
      )}
    </div>
  );
}

function NewerVersion({ adoption: { head, newer_version: newer } }: { adoption: Adoption }) {
  const practice = useQuery({ queryKey: ['practices', head.practice.id, 'versions'], queryFn: () => getPractice(head.practice.id) });
  const version = practice.data?.versions.find((each) => each.version === newer);
  return (
    <div class="notice">
      <p>{t('rollout.version.newer', { version: newer ?? '', mine: head.version })}</p>
      <div class="form-actions">
        <a class="button" href={`/practices/${head.practice.id}/compare?from=${head.version}&to=${newer}`}>
          {t('rollout.version.compare')}
        </a>
        {can('rollout.adopt') && version && (
          <a class="button primary" href={`/rollout/adoptions/${head.id}/upgrade?version=${version.id}`}>
            {t('rollout.version.move', { version: newer ?? '' })}
          </a>
        )}
      </div>
    </div>
  );
}

function StopSection({ adoption }: { adoption: Adoption }) {
  const [open, setOpen] = useState(false);
  const client = useQueryClient();
  return (
    <p class="page-end">
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('rollout.stop')}
      </Button>
      <Dialog title={t('rollout.stop')} open={open} onClose={() => setOpen(false)}>
        <p class="dialog-lead">{t('rollout.stop_detail')}</p>
        <ReasonForm
          name="stop-reason"
          kind="danger"
          action={t('rollout.stop')}
          onSend={(reason, _, key) => stopAdoption(adoption.head.id, reason, key)}
          onDone={() => {
            setOpen(false);
            void client.invalidateQueries({ queryKey: ['rollout'] });
          }}
          onCancel={() => setOpen(false)}
        />
      </Dialog>
    </p>
  );
}
