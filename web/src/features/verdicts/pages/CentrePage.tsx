import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDayLong, isDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { DateField } from '../../../ui/DateField';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { getVerdicts, type CentreVerdicts } from '../api';
import { NothingHere } from '../components/NothingHere';
import { StatementCard } from '../components/StatementCard';
import '../components/Verdicts.css';
import { regionPath, subjectOf } from '../model/subject';

/** How one centre keeps to the standard of a practice or a listed service, as of any day. */
export default function CentrePage() {
  const { params } = useRoute();
  const { path, query: fields, route } = useLocation();
  const subject = subjectOf(params);
  const centre = params.centre ?? '';
  const day = fields.day && isDay(fields.day) ? fields.day : null;
  const query = useQuery({ queryKey: ['verdicts', centre, subject, day], queryFn: ({ signal }) => getVerdicts(centre, subject, day, signal) });
  const absent = query.error && asProblem(query.error).status === 404;
  const today = regionDay();
  return (
    <Page
      title={query.data ? t('verdicts.of', { title: (query.data.practice ?? query.data.service)?.title ?? '' }) : t('verdicts.title')}
      crumbs={[{ href: regionPath(subject, day), label: t('verdicts.title') }]}
      lead={query.data && <><a href={`/rollout/centres/${centre}`}>{query.data.organisation.title}</a>{' · '}<a href={regionPath({ organisation: centre }, day)}>{t('verdicts.every')}</a></>}
    >
      <div class="verdict-bar-day no-print">
        <DateField name="day" label={t('verdicts.day')} required value={day ?? today} max={today} onChange={(next) => route(next && next < today ? `${path}?day=${next}` : path, true)} />
        {day && <a href={path}>{t('verdicts.now')}</a>}
      </div>
      {absent ? (
        <NothingHere centre={centre} subject={subject} day={day} />
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
