import { useInfiniteQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ScoreLine } from '../../../ui/form/ScoreLine';
import { Changed, scoreWords } from '../../../ui/form/Scores';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { getHistory, type FilledScale } from '../api';
import { PersonLead } from '../components/PersonLead';
import { linesOf } from '../model';
import '../components/Scales.css';

function Result({ filled }: { filled: FilledScale }) {
  if (!filled.readable) return <>{t('scales.unreadable')}</>;
  if (!filled.scores?.length) return <>—</>;
  return (
    <>
      {filled.scores.map((score) => (
        <div key={score.id}>
          {titleOf(score.titles)}: <strong>{scoreWords(score)}</strong> <Changed score={score} />
        </div>
      ))}
    </>
  );
}

function Lines({ filled }: { filled: readonly FilledScale[] }) {
  const lines = linesOf(filled);
  if (lines.length === 0) return null;
  return (
    <section class="card" aria-label={t('scales.lines')}>
      <h2>{t('scales.lines')}</h2>
      <div class="scale-lines">
        {lines.map(({ id, titles, points }) => [
          <div key={id}>
            {titleOf(titles)}
            <div class="muted">{points.map(({ day, value }) => `${formatDay(day)}: ${formatNumber(value, 2)}`).join(' → ')}</div>
          </div>,
          <ScoreLine key={`${id} line`} points={points} />,
        ])}
      </div>
    </section>
  );
}

export default function HistoryPage() {
  const { person = '', scale = '' } = useRoute().params;
  const history = useInfiniteQuery({
    queryKey: ['scales of', person, scale],
    queryFn: ({ pageParam }) => getHistory(person, scale, pageParam),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
  });
  const rows = history.data?.pages.flatMap((page) => page.items) ?? null;
  return (
    <Page
      title={rows?.[0] ? titleOf(rows[0].titles) : t('scales.history')}
      crumbs={[{ href: `/recipients/${person}`, label: t('scales.card') }]}
      lead={<PersonLead person={person} />}
      actions={
        <>
          {can('scales.fill') && <a class="button primary" href={`/recipients/${person}/scales/new?scale=${scale}`}>{t('scales.fill_again')}</a>}
          <Button onClick={() => print()}>{t('scales.print')}</Button>
        </>
      }
    >
      {rows && <Lines filled={rows} />}
      <Table
        caption={t('scales.history')}
        rows={rows}
        rowKey={(row) => row.id}
        problem={history.error ? asProblem(history.error) : null}
        onRetry={() => void history.refetch()}
        empty={<EmptyState title={t('scales.never_filled')} detail={t('scales.never_filled_detail')} />}
        columns={[
          { key: 'day', title: t('scales.day'), weight: 'main', cell: (row) => <a class="number" href={`/recipients/${person}/scales/${row.id}`}>{formatDay(row.filled_on)}</a> },
          { key: 'result', title: t('scales.result'), cell: (row) => <Result filled={row} /> },
          { key: 'version', title: t('scales.version'), align: 'end', weight: 'minor', cell: (row) => row.version },
          { key: 'who', title: t('scales.author'), weight: 'minor', cell: (row) => row.author ?? '—' },
        ]}
      />
      {history.hasNextPage && <Button busy={history.isFetchingNextPage} onClick={() => void history.fetchNextPage()}>{t('scales.more')}</Button>}
    </Page>
  );
}
