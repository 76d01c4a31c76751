import { lazy } from 'preact-iso';
import { t } from '../lib/messages';
import { addressName } from '../lib/names';
import { useSession } from '../lib/session';
import { Page } from '../ui/Page';
import { isDesk } from './navigation';

const EntryPage = lazy(() => import('../features/ledger/pages/EntryPage'));

/** Each role begins with its work. */
export default function HomePage() {
  const known = useSession();
  const roles = new Set(known?.account.roles.map(({ role }) => role));
  if (isDesk(roles)) return <EntryPage />;
  return <Welcome />;
}

function Welcome() {
  const session = useSession();
  const name = session?.account.name ?? '';
  const place = session?.account.roles[0]?.organisation?.title;
  return (
    <Page title={t('app.nav.overview')}>
      <section class="card">
        <h2>{t('app.welcome', { name: typeof name === 'string' ? name : addressName(name) })}</h2>
        {place && <p>{place}</p>}
        <p class="muted">{t('app.welcome_hint')}</p>
      </section>
    </Page>
  );
}
