import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { t } from '../lib/messages';
import { useShortcut } from '../lib/shortcuts';
import { useSession } from '../lib/session';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { KeysHelp } from './KeysHelp';
import { navigationFor, type NavigationItem } from './navigation';
import { NavigationList } from './NavigationList';
import { Palette } from './Palette';
import './Shell.css';
import { TopBar } from './TopBar';
import { ViewSettings } from './ViewSettings';

type Over = 'palette' | 'drawer' | 'view' | 'keys' | null;

export function Shell({ exists, children }: { exists(path: string): boolean; children: ComponentChildren }) {
  const session = useSession();
  const { path } = useLocation();
  const items = navigationFor(session?.account.roles.map(({ role }) => role) ?? [], exists);
  return (
    <Frame items={items} path={path}>
      {children}
    </Frame>
  );
}

export interface FrameProps {
  items: readonly NavigationItem[];
  path: string;
  children: ComponentChildren;
}

export function Frame({ items, path, children }: FrameProps) {
  const [over, setOver] = useState<Over>(null);
  const close = () => setOver(null);
  useShortcut('Control+KeyK', 'app.keys.search', () => setOver('palette'));
  useShortcut('Shift+Slash', 'app.keys.help', () => setOver('keys'));
  useEffect(close, [path]);
  return (
    <div class="shell">
      <a class="skip" href="#main" onClick={skip}>
        {t('app.skip')}
      </a>
      <div class="shell-grid">
        <TopBar
          menu={<Button kind="quiet" icon="menu" name={t('app.menu')} class="shell-menu" onClick={() => setOver('drawer')} />}
          onSearch={() => setOver('palette')}
          onView={() => setOver('view')}
          onKeys={() => setOver('keys')}
        />
        <nav class="shell-side" aria-label={t('app.menu')}>
          <NavigationList items={items} path={path} />
        </nav>
        <main class="shell-main" id="main" tabIndex={-1}>
          {children}
        </main>
      </div>
      <Dialog title={t('app.menu')} shape="drawer" open={over === 'drawer'} onClose={close}>
        <NavigationList items={items} path={path} />
      </Dialog>
      <Palette items={items} open={over === 'palette'} onClose={close} />
      <ViewSettings open={over === 'view'} onClose={close} />
      <KeysHelp open={over === 'keys'} onClose={close} />
    </div>
  );
}

// The router takes addresses of this page for its own, so the jump is made here.
function skip(event: MouseEvent): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}
