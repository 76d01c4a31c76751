// The first page by role: what the reader came to decide or to do today.
import { lazyPage } from '../lib/lazy';
import { t } from '../lib/messages';
import { useSession } from '../lib/session';
import { Page } from '../ui/Page';

const Region = lazyPage('rollout', () => import('../features/rollout/pages/RegionPage'));
const Entry = lazyPage('ledger', () => import('../features/ledger/pages/EntryPage'));
const Centre = lazyPage('rollout', () => import('../features/rollout/pages/HomeCentrePage'));

export default function HomePage() {
  const session = useSession();
  const roles = session?.account.roles.map((each) => each.role) ?? [];
  if (roles.includes('coordinator') || roles.includes('administrator')) return <Region />;
  if (roles.includes('director')) return <Centre />;
  if (roles.includes('specialist') || roles.includes('desk')) return <Entry />;
  return <Welcome />;
}

function Welcome() {
  const session = useSession();
  const name = session?.account.name ?? '';
  const place = session?.account.roles[0]?.organisation?.title;
  return (
    <Page title={t('app.nav.overview')}>
      <section class="card">
        <h2>{t('app.welcome', { name })}</h2>
        {place && <p>{place}</p>}
        <p class="muted">{t('app.welcome_hint')}</p>
      </section>
    </Page>
  );
}
