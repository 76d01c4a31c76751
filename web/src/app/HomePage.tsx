// The first page by role: what the reader came to decide or to do today.
import { lazyPage, useLazy } from '../lib/lazy';
import { loadWords, t } from '../lib/messages';
import { can, useSession } from '../lib/session';
import { Page } from '../ui/Page';

const Region = lazyPage('rollout', () => import('../features/rollout/pages/RegionPage'));
const Entry = lazyPage('ledger', () => import('../features/ledger/pages/EntryPage'));
const Centre = lazyPage('rollout', () => import('../features/rollout/pages/HomeCentrePage'));

const loadQuestions = async () => (await Promise.all([import('../features/plausibility/components/OpenQuestions'), loadWords('plausibility')]))[0].default;

/** How many questions about the data wait, once the page itself stands. */
function Questions() {
  const Open = useLazy(loadQuestions, can('plausibility.see'));
  return Open && <Open />;
}

const loadNews = async () => (await Promise.all([import('../features/standards/components/HomeNews'), loadWords('standards')]))[0].default;

/** Standards that changed or wait for a comment of the centre, once the page itself stands. */
function StandardNews() {
  const News = useLazy(loadNews, can('standards.see'));
  return News && <News />;
}

export default function HomePage() {
  const session = useSession();
  const roles = session?.account.roles.map((each) => each.role) ?? [];
  if (roles.includes('coordinator') || roles.includes('administrator')) return <><Region /><Questions /></>;
  if (roles.includes('director')) return <><Centre /><StandardNews /><Questions /></>;
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
