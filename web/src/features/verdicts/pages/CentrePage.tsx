import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDayLong, isDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { getVerdicts, type CentreVerdicts } from '../api';
import { StatementCard } from '../components/StatementCard';
import '../components/Verdicts.css';

/** How one centre keeps to the standard of a practice, as of any day. */
export default function CentrePage() {
  const { params } = useRoute();
  const { path, query: fields, route } = useLocation();
  const practice = params.practice ?? '';
  const centre = params.centre ?? '';
  const day = fields.day && isDay(fields.day) ? fields.day : null;
  const query = useQuery({ queryKey: ['verdicts', centre, practice, day], queryFn: ({ signal }) => getVerdicts(centre, practice, day, signal) });
  const absent = query.error && asProblem(query.error).status === 404;
  const today = regionDay();
  return (
    <Page
      title={query.data ? t('verdicts.of', { practice: query.data.practice.title }) : t('verdicts.title')}
      crumbs={[{ href: `/verdicts?practice=${practice}`, label: t('verdicts.title') }]}
      lead={query.data && <a href={`/rollout/centres/${centre}`}>{query.data.organisation.title}</a>}
    >
      <div class="verdict-bar-day no-print">
        <DateField name="day" label={t('verdicts.day')} required value={day ?? today} max={today} onChange={(next) => route(next && next < today ? `${path}?day=${next}` : path, true)} />
        {day && <a href={path}>{t('verdicts.now')}</a>}
      </div>
      {absent ? (
        <EmptyState title={t('verdicts.not_running')} detail={t('verdicts.not_running_detail')} />
      ) : (
        <Loaded query={query}>{(verdicts) => <Statements verdicts={verdicts} day={day} />}</Loaded>
      )}
    </Page>
  );
}

function Statements({ verdicts, day }: { verdicts: CentreVerdicts; day: string | null }) {
  const judged = verdicts.statements.filter((each) => each.verdict.outcome === 'met' || each.verdict.outcome === 'failed');
  const met = judged.filter((each) => each.verdict.outcome === 'met').length;
  return (
    <div class="stack">
      <p>
        {judged.length > 0 ? t('verdicts.met_of', { met, all: judged.length }) : t('verdicts.nothing_judged')}{' '}
        {verdicts.standard ? (
          <a href={`/standards/versions/${verdicts.standard}`}>{t('verdicts.by_standard', { day: formatDayLong(verdicts.in_force_since ?? '') })}</a>
        ) : (
          <span class="muted">{t('verdicts.by_package')}</span>
        )}
      </p>
      {!verdicts.rows && <p class="muted">{t('verdicts.foreign')}</p>}
      {verdicts.statements.map((each) => (
        <StatementCard key={`${each.statement.id} ${verdicts.day}`} judged={each} of={verdicts} day={day} />
      ))}
    </div>
  );
}
