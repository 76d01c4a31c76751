import { useInfiniteQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { beginDraft, dropDraft, readDrafts, type DraftSummary } from '../api';
import { useSend } from '../../../lib/send';
import '../components/Practices.css';

const crumbs = () => [{ href: '/practices', label: t('practices.title') }];

/** What is being written; a new version of a practice begins from its passport. */
export default function DraftsPage() {
  const { route } = useLocation();
  const [leaving, setLeaving] = useState<DraftSummary | null>(null);
  const found = useInfiniteQuery({
    queryKey: ['practice-drafts'], queryFn: ({ pageParam }) => readDrafts(pageParam),
    initialPageParam: null as string | null, getNextPageParam: (last) => last.next ?? undefined, staleTime: 0,
  });
  const beginning = useSend(async (key: string) => {
    const draft = await beginDraft(null, key);
    route(`/practices/drafts/${draft.id}`);
  });
  const dropping = useSend(async (_key: string, id: string) => {
    await dropDraft(id);
    void found.refetch();
  });
  if (!can('practices.author')) return <Page title={t('practices.drafts')} crumbs={crumbs()}><EmptyState title={t('practices.not_allowed')} /></Page>;
  const begin = <Button kind="primary" busy={beginning.busy} onClick={() => void beginning.send()}>{t('practices.begin')}</Button>;
  const rows = found.data?.pages.flatMap((page) => page.items) ?? null;
  return (
    <Page title={t('practices.drafts')} lead={t('practices.drafts_lead')} crumbs={crumbs()} actions={rows?.length ? begin : undefined}>
      <ErrorSummary problem={beginning.problem} />
      <Table caption={t('practices.drafts')} rows={rows} rowKey={(draft) => draft.id} problem={found.error ? asProblem(found.error) : null} onRetry={() => void found.refetch()}
        empty={<EmptyState title={t('practices.drafts_empty')} detail={t('practices.drafts_empty_detail')} action={begin} />}
        more={{ next: found.hasNextPage ? 'more' : null, busy: found.isFetchingNextPage, onMore: () => void found.fetchNextPage() }}
        columns={[
          { key: 'title', title: t('practices.f.title'), weight: 'main', cell: (draft) => <a href={`/practices/drafts/${draft.id}`}>{draft.title || t('practices.untitled')}</a> },
          { key: 'code', title: t('practices.f.code'), weight: 'minor', cell: (draft) => draft.code ?? '' },
          { key: 'version', title: t('practices.version'), cell: (draft) => draft.version },
          { key: 'changed', title: t('practices.changed'), cell: (draft) => formatInstant(draft.changed_at) },
          { key: 'drop', title: t('practices.act'), align: 'end', cell: (draft) => <Button kind="quiet" onClick={() => { dropping.clear(); setLeaving(draft); }}>{t('practices.drop_draft')}</Button> },
        ]} />
      <Dialog title={t('practices.drop_draft')} open={leaving !== null} onClose={() => setLeaving(null)}
        actions={<>
          <Button kind="danger" busy={dropping.busy} onClick={async () => { if (leaving && (await dropping.send(leaving.id))) setLeaving(null); }}>{t('practices.drop_draft')}</Button>
          <Button onClick={() => setLeaving(null)}>{t('practices.cancel')}</Button>
        </>}>
        <ErrorSummary problem={dropping.problem} />
        <p>{t('practices.drop_draft_text', { title: leaving?.title || t('practices.untitled') })}</p>
      </Dialog>
    </Page>
  );
}
