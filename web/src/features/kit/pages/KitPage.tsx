import { useLocation } from 'preact-iso';
import { useEffect } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { applyView, readView, view } from '../../../lib/view';
import { Page } from '../../../ui/Page';
import { Tabs } from '../../../ui/Tabs';
import { stories } from '../stories';
import './KitPage.css';

/** One story per component: `?story=Matrix&language=kk&scheme=dark&size=200` shows what the tests look at. */
export default function KitPage() {
  const { query, path } = useLocation();
  const chosen = query.story;
  useEffect(() => {
    applyView(readView(location.search));
    return () => applyView(view.get());
  }, [path]);
  const shown = Object.entries(stories).filter(([name]) => !chosen || name === chosen);
  const Only = chosen ? stories[chosen] : undefined;
  if (chosen === 'Frame' && Only) return <Only />;
  return (
    <main class="kit">
      <Page title={t('kit.title')}>
        <Tabs
          label={t('kit.title')}
          current={`/_kit${chosen ? `?story=${chosen}` : ''}`}
          tabs={Object.keys(stories).map((name) => ({ href: `/_kit?story=${name}`, label: name }))}
        />
        {shown
          .filter(([name]) => name !== 'Frame')
          .map(([name, Story]) => (
            <section key={name} class="kit-story" data-story={name}>
              <h2>{name}</h2>
              <Story />
            </section>
          ))}
      </Page>
    </main>
  );
}
