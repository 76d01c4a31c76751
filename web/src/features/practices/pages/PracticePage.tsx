import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { readPractice } from '../api';
import { Loaded } from '../../../ui/Loaded';

/** Goes on to the newest version that is offered; links to a practice need not know its number. */
export default function PracticePage() {
  const { practice = '' } = useRoute().params;
  const { route } = useLocation();
  const found = useQuery({ queryKey: ['practices', practice, 'versions'], queryFn: () => readPractice(practice) });
  const newest = found.data?.versions.find((version) => version.state === 'published') ?? found.data?.versions[0];
  useEffect(() => {
    if (newest) route(`/practices/${practice}/versions/${newest.version}`, true);
  }, [newest]);
  return (
    <Page title={found.data ? titleOf(found.data.titles) : t('practices.practice')} crumbs={[{ href: '/practices', label: t('practices.title') }]}>
      <Loaded query={found}>{() => newest ? null : <EmptyState title={t('practices.no_versions')} />}</Loaded>
    </Page>
  );
}
