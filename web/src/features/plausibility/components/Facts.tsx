import { useInfiniteQuery } from '@tanstack/preact-query';
import { formatDay, formatInstant } from '../../../lib/dates';
import { namer, titleOf, useServices, useZone } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { More } from '../../../ui/More';
import { Waiting } from '../../../ui/Progress';
import { getFacts, type Question } from '../api';
import { formatMinutes, recipient } from '../model/words';

/** The facts behind a question, each with the moment at which it was written. */
export function Facts({ question }: { question: Question }) {
  const service = namer(useServices().data, (each) => titleOf(each.titles));
  const zone = useZone();
  const query = useInfiniteQuery({
    queryKey: ['questions', 'facts', question.id],
    queryFn: ({ pageParam, signal }) => getFacts(question, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const facts = query.data?.pages.flatMap((page) => page.items);
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  if (!facts) return <Waiting waiting />;
  if (facts.length === 0) return <EmptyState title={t('questions.no_facts')} detail={t('questions.no_facts_detail')} />;
  return (
    <div class="stack">
      <ul class="question-facts">
        {facts.map((fact) => (
          <li key={fact.id}>
            <span class="day">{formatDay(fact.performed_on)}</span>
            <span>{fact.person?.id ? <a href={`/recipients/${fact.person.id}`}>{recipient(fact)}</a> : recipient(fact)}</span>
            <span>
              {service(fact.service)}, {formatMinutes(fact.minutes)}
            </span>
            <span class="note">
              {[fact.worker_name, t('questions.written', { at: formatInstant(fact.recorded_at, zone) })].filter(Boolean).join(' · ')}
            </span>
          </li>
        ))}
      </ul>
      <More shown={facts.length} next={query.hasNextPage ? '' : null} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
    </div>
  );
}
