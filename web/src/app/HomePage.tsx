import { t } from '../lib/messages';
import { addressName } from '../lib/names';
import { useSession } from '../lib/session';
import { Page } from '../ui/Page';

export default function HomePage() {
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
