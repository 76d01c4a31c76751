import { useInfiniteQuery } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { More } from '../../../ui/More';
import { Waiting } from '../../../ui/Progress';
import { SaveAs } from '../../../ui/SaveAs';
import { address, asProblem } from '../../../lib/api';
import { getFacts, revealName } from '../api';
import type { CellAddress, CellFact, Period } from '../model/types';
import { Failure } from '../../../ui/Loaded';
import { ReasonForm } from './ReasonForm';

export interface CellFactsProps {
  at: CellAddress;
  day: string;
  period: Period | null;
}

/** The rows that made the number. Age and sex; a name only where the reader has a right to the person or gives a reason. */
export function CellFacts({ at, day, period }: CellFactsProps) {
  const from = period?.first ?? null;
  const to = period && period.last < day ? period.last : day;
  const query = useInfiniteQuery({
    queryKey: ['rollout', 'facts', at, from, to],
    queryFn: ({ pageParam, signal }) => getFacts(at, { from, to }, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  if (query.error) {
    // Facts of a foreign centre are absent by design: that is said in words, not as a failure.
    return asProblem(query.error).status === 404 ? <p class="muted">{t('rollout.facts.foreign')}</p> : <Failure error={query.error} onRetry={() => void query.refetch()} />;
  }
  if (!query.data) return <Waiting waiting />;
  const facts = query.data.pages.flatMap((page) => page.items);
  if (facts.length === 0) return <EmptyState title={t('rollout.facts.none')} />;
  return (
    <>
      <div class="fact-rows">
        <ul>
          {facts.map((fact) => (
            <FactRow key={fact.fact} fact={fact} />
          ))}
        </ul>
        <More shown={facts.length} next={query.hasNextPage ? '' : null} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      </div>
      <SaveAs what={t('rollout.facts')} at={(format) => address('/matrix/cell/facts/export', { query: { ...at, from, to, format } })} />
    </>
  );
}

function whom(fact: CellFact): string {
  if (fact.unnamed_count > 0) return t('rollout.facts.unnamed', { count: fact.unnamed_count });
  const age = fact.age == null ? null : t('rollout.facts.age', { age: fact.age });
  const sex = fact.sex ? t(`rollout.facts.sex.${fact.sex}`) : null;
  return [sex, age].filter(Boolean).join(', ') || t('rollout.facts.unknown');
}

function FactRow({ fact }: { fact: CellFact }) {
  const [asking, setAsking] = useState(false);
  const [name, setName] = useState(fact.name ?? null);
  // The form that had the focus goes when the name comes.
  const shown = useRef<HTMLSpanElement>(null);
  const close = () => {
    setAsking(false);
    shown.current?.focus();
  };
  return (
    <li>
      <span class="fact-day">{formatDay(fact.day)}</span>
      <span class="fact-service">{fact.service}</span>
      <span class="fact-whom" ref={shown} tabIndex={-1}>
        {name ? `${name} (${whom(fact)})` : whom(fact)}
        {!name && fact.sex && can('people.reveal') && !asking && (
          <Button kind="quiet" class="inline" onClick={() => setAsking(true)}>
            {t('rollout.facts.reveal')}
            <span class="visually-hidden">: {whom(fact)}, {formatDay(fact.day)}</span>
          </Button>
        )}
      </span>
      <span class="fact-note">
        {[t('rollout.facts.minutes', { minutes: fact.minutes }), t(`rollout.facts.channel.${fact.channel}`), fact.worker_position].filter(Boolean).join(' · ')}
      </span>
      {asking && (
        <ReasonForm
          name={`reveal-${fact.fact}`}
          action={t('rollout.facts.reveal')}
          hint={t('rollout.facts.reveal_hint')}
          onSend={(reason, _, key) => revealName(fact.fact, reason, key).then((reply) => setName(reply.name))}
          onDone={close}
          onCancel={close}
        />
      )}
    </li>
  );
}
