import { useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { readDraft } from '../api';
import { DraftEditor } from '../components/DraftEditor';
import { Loaded } from '../../../ui/Loaded';
import { textAt } from '../model/document';
import '../components/Practices.css';

/** Writing a practice by forms: the document is never seen as a file. */
export default function DraftPage() {
  const { draft = '' } = useRoute().params;
  const mayWrite = can('practices.author');
  const read = async () => {
    const { body, etag } = await readDraft(draft);
    return { draft: body, etag: etag ?? `"${body.revision}"` };
  };
  const found = useQuery({ queryKey: ['practice-drafts', draft], queryFn: read, enabled: mayWrite, staleTime: 0, gcTime: 0, refetchOnReconnect: false });
  const title = textAt(found.data?.draft.document, ['title', 'ru']) || t('practices.untitled');
  const crumbs = [{ href: '/practices', label: t('practices.title') }, { href: '/practices/drafts', label: t('practices.drafts') }];
  if (!mayWrite) return <Page title={t('practices.drafts')} crumbs={crumbs}><EmptyState title={t('practices.not_allowed')} /></Page>;
  return (
    <Page title={title} crumbs={crumbs}>
      <Loaded query={found}>{(loaded) => <DraftEditor key={loaded.draft.id} loaded={loaded} onReload={async () => (await found.refetch()).data} />}</Loaded>
    </Page>
  );
}
