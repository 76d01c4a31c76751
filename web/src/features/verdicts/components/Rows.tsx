import { useInfiniteQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { EmptyState } from '../../../ui/EmptyState';
import { Failure } from '../../../ui/Loaded';
import { More } from '../../../ui/More';
import { Waiting } from '../../../ui/Progress';
import { getRows, type Kind, type Part, type Row, type RowsOf, type Verdict } from '../api';
import { valueOf, whom } from '../model/words';

const parts: readonly Part[] = ['missed', 'met', 'excluded'];

function count(part: Part, verdict: Verdict): number {
  const met = verdict.numerator ?? 0;
  if (part === 'met') return met;
  if (part === 'missed') return (verdict.denominator ?? 0) - met;
  return verdict.excluded.reduce((sum, each) => sum + each.count, 0);
}

/** What the verdict counted, what it missed first: that is what one can do something about. */
export function Rows({ at, kind, verdict }: { at: RowsOf; kind: Kind; verdict: Verdict }) {
  const [part, setPart] = useState<Part>(count('missed', verdict) > 0 ? 'missed' : 'met');
  const query = useInfiniteQuery({
    queryKey: ['verdicts', 'rows', at, part],
    queryFn: ({ pageParam, signal }) => getRows(at, part, pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const rows = query.data?.pages.flatMap((page) => page.items);
  return (
    <div class="stack">
      <div class="verdict-trend" role="group" aria-label={t('verdicts.rows')}>
        {parts.map((each) => (
          <button key={each} type="button" aria-pressed={each === part} onClick={() => setPart(each)}>
            {t(`verdicts.part.${each}`)} <span class="outcome">{formatNumber(count(each, verdict))}</span>
          </button>
        ))}
      </div>
      {query.error ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : !rows ? (
        <Waiting waiting />
      ) : rows.length === 0 ? (
        <EmptyState title={t('verdicts.no_rows')} />
      ) : (
        <div class="verdict-rows">
          <ul>
            {rows.map((row, index) => (
              <RowLine key={index} row={row} kind={kind} />
            ))}
          </ul>
          <More shown={rows.length} next={query.hasNextPage ? '' : null} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
        </div>
      )}
    </div>
  );
}

function RowLine({ row, kind }: { row: Row; kind: Kind }) {
  const value = valueOf(kind, row);
  const who = whom(row);
  const notes = [row.service, row.worker, row.reason === 'none' ? null : t(`verdicts.reason.${row.reason}`)].filter(Boolean);
  return (
    <li>
      <span class="row-day">{formatDay(row.day)}</span>
      {(row.item || who) && <span>{row.item ?? (row.person ? <a href={`/recipients/${row.person}`}>{who}</a> : who)}</span>}
      {value && <span class="row-value">{value}</span>}
      {notes.length > 0 && <span class="row-note">{notes.join(' · ')}</span>}
    </li>
  );
}
