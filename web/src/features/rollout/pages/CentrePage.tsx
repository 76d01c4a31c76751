import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDay, formatWeekday } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { adopt, getMyCentre } from '../api';
import { ActionList, firstOfEach } from '../components/ActionList';
import '../components/Cell.css';
import { FlagNotes } from '../components/CellSheet';
import { StateTag } from '../components/ColourTag';
import { Failure } from '../../../ui/Loaded';
import { colourOf, idle, troubles, voluntary } from '../components/matrix_model';
import '../components/Rollout.css';
import { Stat } from '../components/Stat';
import { ordered, type Asked, type MyCentre } from '../model/types';
import { useSend } from '../../../lib/send';

/** The same page for a director at home and for whoever looks at a centre. */
export default function CentrePage() {
  const { params } = useRoute();
  return <CentreScreen organisation={params.centre ?? null} />;
}

export function CentreScreen({ organisation }: { organisation: string | null }) {
  const query = useQuery({ queryKey: ['rollout', 'centre', organisation], queryFn: ({ signal }) => getMyCentre(organisation, signal) });
  const own = organisation === null;
  const title = own ? t('rollout.centre.mine') : (query.data?.organisation.title ?? t('rollout.centre'));
  const crumbs = own ? undefined : [{ href: '/rollout', label: t('rollout.title') }];
  const foreign = query.error && asProblem(query.error).status === 404;
  return (
    <Page
      title={title}
      {...(crumbs ? { crumbs } : {})}
      lead={query.data && (own ? `${query.data.organisation.title}, ${formatWeekday(query.data.today)}` : undefined)}
    >
      {query.data ? (
        <Centre centre={query.data} />
      ) : foreign ? (
        <EmptyState title={t('rollout.centre.foreign')} detail={t('rollout.centre.foreign_detail')} />
      ) : query.error ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting waiting />
      )}
    </Page>
  );
}

function useAdopt(organisation: string) {
  const client = useQueryClient();
  const { route } = useLocation();
  return useSend(async (key, practice: string) => {
    const head = await adopt(organisation, practice, key);
    void client.invalidateQueries({ queryKey: ['rollout'] });
    route(`/rollout/adoptions/${head.id}`);
  });
}

function Centre({ centre }: { centre: MyCentre }) {
  const choosing = useAdopt(centre.organisation.id);
  const choose = can('rollout.adopt') ? (practice: string) => void choosing.send(practice) : undefined;
  if (centre.asked.length === 0) {
    return (
      <EmptyState
        title={t('rollout.centre.nothing')}
        detail={t('rollout.centre.nothing_detail')}
        action={
          <a class="button" href="/practices">
            {t('rollout.centre.to_bank')}
          </a>
        }
      />
    );
  }
  const colours = centre.asked.map((each) => colourOf(each.state));
  const doing = firstOfEach(centre.next);
  const asked = colours.filter((colour) => !idle.includes(colour));
  const own = voluntary(colours.map((colour) => ({ colour })));
  const trouble = colours.filter((colour) => troubles.includes(colour)).length;
  return (
    <>
      <ErrorSummary problem={choosing.problem} />
      <dl class="stats three">
        <Stat
          title={t('rollout.centre.reached')}
          value={t('rollout.stat.of', { part: formatNumber(colours.filter((colour) => colour === 'reached').length), whole: formatNumber(asked.length) })}
          note={own > 0 && t('rollout.stat.own', { count: own })}
        />
        <Stat title={t('rollout.centre.trouble')} value={formatNumber(trouble)} />
        <Stat title={t('rollout.centre.todo')} value={formatNumber(centre.next.length)} />
      </dl>
      <section class="card">
        <h2>{t('rollout.centre.next')}</h2>
        {centre.next.length > 0 ? (
          <ActionList
            named
            actions={doing.first}
            behind={doing.behind}
            today={centre.today}
            {...(choose ? { onChoose: (action: { practice: { id: string } }) => choose(action.practice.id) } : {})}
          />
        ) : (
          <EmptyState title={t('rollout.centre.all_done')} />
        )}
      </section>
      <section class="card">
        <h2>{t('rollout.centre.asked')}</h2>
        <ul class="asked-list">
          {centre.asked.map((asked) => (
            <AskedRow key={asked.practice.id} asked={asked} busy={choosing.busy} onChoose={choose} />
          ))}
        </ul>
      </section>
    </>
  );
}

function AskedRow({ asked, busy, onChoose }: { asked: Asked; busy: boolean; onChoose: ((practice: string) => void) | undefined }) {
  const { state } = asked;
  return (
    <li class="asked">
      <div class="asked-head">
        <h3>{asked.adoption ? <a href={`/rollout/adoptions/${asked.adoption}`}>{asked.practice.title}</a> : asked.practice.title}</h3>
        <StateTag state={state} />
      </div>
      <p class="asked-reason">{asked.reason.text || `${t(`rollout.stage.${state.stage}`)} ${t('rollout.since', { day: formatDay(state.since) })}`}</p>
      <FlagNotes flags={state.flags} />
      <p class="asked-days">
        {state.deadline && <span>{t('rollout.due', { day: formatDay(state.deadline) })}</span>}
        {!ordered(state) && <span>{t('rollout.term.own')}</span>}
        {!state.reached_on && state.forecast && <span>{t('rollout.cell.forecast', { day: formatDay(state.forecast) })}</span>}
        {state.reached_on && <span>{t('rollout.reached', { day: formatDay(state.reached_on) })}</span>}
      </p>
      {!asked.adoption && !state.exempt && onChoose && (
        <p>
          <Button busy={busy} onClick={() => onChoose(asked.practice.id)}>
            {t('rollout.go.choose')}
            <span class="visually-hidden">: {asked.practice.title}</span>
          </Button>
        </p>
      )}
    </li>
  );
}
