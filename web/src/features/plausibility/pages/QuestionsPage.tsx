import { useInfiniteQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { formatMonthLong, isDay, type Day } from '../../../lib/dates';
import { delivers, ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can, regionDay } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { More } from '../../../ui/More';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Select } from '../../../ui/Select';
import { getQuestions, kinds, standings, type Asked } from '../api';
import { QuestionCard } from '../components/QuestionCard';
import '../components/Questions.css';

/** First days of this month and of those before. */
function months(count: number): Day[] {
  const [year = 0, month = 1] = regionDay().split('-').map(Number);
  return Array.from({ length: count }, (_, back) => new Date(Date.UTC(year, month - 1 - back, 1)).toISOString().slice(0, 10));
}

function readAsked(fields: Record<string, string>): Asked {
  return {
    month: fields.month && isDay(fields.month) ? fields.month : null,
    kind: kinds.find((each) => each === fields.kind) ?? null,
    standing: fields.standing === 'all' ? null : (standings.find((each) => each === fields.standing) ?? 'open'),
    organisation: fields.organisation || null,
  };
}

function addressOf({ month, kind, standing, organisation }: Asked): string {
  const fields = new URLSearchParams();
  if (month) fields.set('month', month);
  if (kind) fields.set('kind', kind);
  if (standing !== 'open') fields.set('standing', standing ?? 'all');
  if (organisation) fields.set('organisation', organisation);
  const text = fields.toString();
  return text ? `/questions?${text}` : '/questions';
}

/** Facts that are hard to believe, as questions with a place for the answer. */
export default function QuestionsPage() {
  const { query: fields, route } = useLocation();
  const asked = readAsked(fields);
  return (
    <Page
      title={t('questions.title')}
      lead={t('questions.lead')}
      crumbs={[{ href: '/reports', label: t('questions.reports') }]}
      actions={<a href="/questions/thresholds">{t('questions.thresholds')}</a>}
    >
      <Filters asked={asked} onChange={(change) => route(addressOf({ ...asked, ...change }), true)} />
      <Questions asked={asked} />
    </Page>
  );
}

function Filters({ asked, onChange }: { asked: Asked; onChange(change: Partial<Asked>): void }) {
  const all = useOrganisations().data ?? [];
  const places = can('plausibility.decide') ? all.filter(delivers) : ownOrganisations(all);
  return (
    <div class="filters no-print" role="search" aria-label={t('questions.filter')}>
      <Select
        name="standing" label={t('questions.standing')} required value={asked.standing ?? ''} empty={t('questions.all')}
        choices={standings.map((each) => ({ value: each, label: t(`questions.standings.${each}`) }))}
        onChange={(value) => onChange({ standing: standings.find((each) => each === value) ?? null })}
      />
      <Select
        name="month" label={t('questions.month')} required value={asked.month ?? ''} empty={t('questions.last_months')}
        choices={months(12).map((each) => ({ value: each, label: formatMonthLong(each) }))}
        onChange={(value) => onChange({ month: value || null })}
      />
      <Select
        name="kind" label={t('questions.about')} required value={asked.kind ?? ''} empty={t('questions.all')}
        choices={kinds.map((each) => ({ value: each, label: t(`questions.kind.${each}`) }))}
        onChange={(value) => onChange({ kind: kinds.find((each) => each === value) ?? null })}
      />
      {places.length > 1 && (
        <Select
          name="organisation" label={t('questions.centre')} required value={asked.organisation ?? ''} empty={t('questions.all_centres')}
          choices={places.map((each) => ({ value: each.id, label: each.short_title }))}
          onChange={(value) => onChange({ organisation: value || null })}
        />
      )}
    </div>
  );
}

function Questions({ asked }: { asked: Asked }) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['questions', 'list', asked],
    queryFn: ({ pageParam, signal }) => getQuestions(asked, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const questions = query.data?.pages.flatMap((page) => page.items);
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!questions) return <Waiting waiting />;
  if (questions.length === 0)
    return asked.standing === 'open' ? <EmptyState title={t('questions.none_open')} detail={t('questions.none_open_detail')} /> : <EmptyState title={t('questions.none')} />;
  return (
    <>
      <ul class="questions">
        {questions.map((question) => (
          <QuestionCard key={question.id} question={question} onDone={() => void client.invalidateQueries({ queryKey: ['questions'] })} />
        ))}
      </ul>
      <More shown={questions.length} next={query.hasNextPage ? '' : null} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </>
  );
}
