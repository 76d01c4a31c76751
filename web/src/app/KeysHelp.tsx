import { t } from '../lib/messages';
import { keyNamesOf, shortcuts } from '../lib/shortcuts';
import { Dialog } from '../ui/Dialog';

export function KeysHelp({ open, onClose }: { open: boolean; onClose(): void }) {
  return (
    <Dialog title={t('app.keys')} open={open} onClose={onClose}>
      <dl class="keys">
        {shortcuts().map((shortcut) => (
          <div key={shortcut.keys}>
            <dt>
              {keyNamesOf(shortcut.keys).map((name) => (
                <kbd key={name}>{name}</kbd>
              ))}
            </dt>
            <dd>{t(shortcut.label)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
