import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { asProblem, post, problemText, remove } from '../lib/api';
import { dropDrafts } from '../lib/draft';
import { language, languages, t, type Language } from '../lib/messages';
import { session, useSession } from '../lib/session';
import { Icon } from '../ui/Icon';
import { Menu } from '../ui/Menu';
import { notify } from '../ui/Status';
import { changeLanguage } from '../lib/language';

export interface TopBarProps {
  menu: ComponentChildren;
  onSearch(): void;
  onView(): void;
  onKeys(): void;
}

async function signOut(): Promise<void> {
  // Leaving must work without a network too: the page forgets, the server's session ends by its own time limit.
  await remove('/session').catch(() => undefined);
  dropDrafts();
  session.set(null);
}

/** The server speaks the account's language, in sentences and in files: the menu changes both. */
async function choose(next: Language, signedIn: boolean): Promise<void> {
  try {
    if (signedIn) await post('/session/preferences', { body: { language: next } });
    await changeLanguage(next);
  } catch (error) {
    notify(problemText(asProblem(error)));
  }
}

export function TopBar({ menu, onSearch, onView, onKeys }: TopBarProps) {
  const known = useSession();
  const { route } = useLocation();
  const place = known?.account.roles[0];
  return (
    <header class="top-bar">
      {menu}
      <a class="brand" href="/">
        <svg class="brand-sign" viewBox="0 0 32 20" aria-hidden="true">
          <circle cx="11" cy="10" r="7.5" />
          <circle cx="21" cy="10" r="7.5" />
        </svg>
        {t('app.name')}
      </a>
      {known && <span class="top-region">{known.region}</span>}
      <button type="button" class="top-search" aria-keyshortcuts="Control+K" onClick={onSearch}>
        <Icon name="search" />
        <span class="top-search-text">{t('app.search')}</span>
        <kbd>{t('app.search_keys')}</kbd>
      </button>
      <div class="top-tools">
        <Menu
          label={t('app.language')}
          items={languages.map((each) => ({
            key: each,
            label: t(`app.language.${each}`),
            chosen: each === language(),
            onChoose: () => void choose(each, Boolean(known)),
          }))}
        >
          <span class="visually-hidden">{t('app.language')}: </span>
          {t(`app.language_short.${language()}`)}
        </Menu>
        <Menu
          label={t('app.account')}
          icon="person"
          items={[
            { key: 'view', label: t('app.view'), onChoose: onView },
            { key: 'keys', label: t('app.keys'), onChoose: onKeys },
            ...(known ? [{ key: 'own', label: t('app.own_account'), onChoose: () => route('/account') }] : []),
            ...(known ? [{ key: 'out', label: t('app.sign_out'), hint: place?.organisation?.title ?? '', onChoose: () => void signOut() }] : []),
          ]}
        >
          <span class="visually-hidden">{t('app.account')}: </span>
          <span class="top-name">{known?.account.name}</span>
        </Menu>
      </div>
    </header>
  );
}
