import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table, type Column } from '../../../ui/Table';
import { getNews, listStandards, type Standard } from '../api';
import { NewsLine } from '../components/NewsLine';
import { StageTag } from '../components/StageTag';
import '../components/Standards.css';

/** The version in force and those on their way; what is past is found on the standard's own page. */
function living({ versions }: Standard) {
  const now = versions.filter(({ stage }) => stage !== 'superseded' && stage !== 'repealed');
  return now.length > 0 ? now : versions.slice(0, 1);
}

const columns = (): Column<Standard>[] => [
  { key: 'title', title: t('standards.column.title'), weight: 'main', cell: (each) => <a href={`/standards/${each.id}`}>{titleOf(each.title)}</a> },
  { key: 'code', title: t('standards.column.code'), cell: (each) => each.code },
  { key: 'subject', title: t('standards.column.subject'), cell: (each) => titleOf(each.subject) },
  {
    key: 'state',
    title: t('standards.column.state'),
    cell: (each) => (
      <ul class="stack">
        {living(each).map((version) => <li key={version.id}><a href={`/standards/versions/${version.id}`}>{t('standards.version', { number: version.ordinal })}</a> <StageTag version={version} /></li>)}
      </ul>
    ),
  },
];

/** What changed or waits for a comment of the reader's own centre. */
function News() {
  const news = useQuery({ queryKey: ['standards', 'news'], queryFn: getNews });
  return <>{(news.data ?? []).map((each) => <p class="standard-banner" key={each.version.id}><NewsLine news={each} /></p>)}</>;
}

export default function StandardsPage() {
  const practice = useLocation().query.practice ?? null;
  const query = useInfiniteQuery({
    queryKey: ['standards', 'list', practice],
    queryFn: ({ pageParam }) => listStandards(practice, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const actions = can('standards.write') && <a class="button primary" href={practice ? `/standards/new?practice=${practice}` : '/standards/new'}>{t('standards.new')}</a>;
  return (
    <Page title={t('standards.title')} actions={actions} lead={<><a href={practice ? `/verdicts?practice=${practice}` : '/verdicts'}>{t('standards.kept')}</a>{can('control.see') && <>{' · '}<a href="/control">{t('standards.control')}</a></>}</>}>
      <News />
      {practice && <p><a href="/standards">{t('standards.all')}</a></p>}
      <Table
        caption={t('standards.title')}
        columns={columns()}
        rows={query.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(each) => each.id}
        problem={query.error ? asProblem(query.error) : null}
        onRetry={() => void query.refetch()}
        empty={<EmptyState title={t('standards.none')} detail={t('standards.none_detail')} />}
        more={{ next: query.hasNextPage ? '' : null, busy: query.isFetchingNextPage, onMore: () => void query.fetchNextPage() }}
      />
    </Page>
  );
}
