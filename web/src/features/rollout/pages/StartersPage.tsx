import { useRoute } from 'preact-iso';
import { namer } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import '../components/Campaign.css';
import '../components/Cell.css';
import { Starters } from '../components/ReadinessPreview';
import '../components/Rollout.css';
import { usePractices } from '../model/names';

/** Readiness of every centre for one practice: the head of a column of the matrix leads here. */
export default function StartersPage() {
  const { params } = useRoute();
  const practice = params.practice ?? '';
  const title = namer(usePractices().data, (each) => each.title)(practice);
  return (
    <Page
      title={title || t('rollout.practice')}
      crumbs={[{ href: '/rollout', label: t('rollout.title') }]}
      lead={
        <>
          {t('rollout.starters.lead')} <a href={`/rollout?practices=${practice}`}>{t('rollout.starters.column')}</a>{' '}
          <a href={`/practices/${practice}`}>{t('rollout.adoption.passport')}</a>
        </>
      }
    >
      {can('rollout.order') ? <Starters practice={practice} /> : <EmptyState title={t('rollout.starters.not_yours')} />}
    </Page>
  );
}
