import { useLocation } from 'preact-iso';
import { useEffect, useId, useState } from 'preact/hooks';
import { matches } from '../lib/fold';
import { t } from '../lib/messages';
import { Dialog } from '../ui/Dialog';
import type { NavigationItem } from './navigation';

export interface PaletteProps {
  items: readonly NavigationItem[];
  open: boolean;
  onClose(): void;
}

export function Palette({ items, open, onClose }: PaletteProps) {
  return (
    <Dialog title={t('app.search')} shape="palette" open={open} onClose={onClose}>
      <Search items={items} onClose={onClose} />
    </Dialog>
  );
}

function Search({ items, onClose }: Omit<PaletteProps, 'open'>) {
  const { route } = useLocation();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const hits = items.filter((item) => matches(t(item.label), text));
  const choose = (item: NavigationItem | undefined) => {
    if (!item) return;
    onClose();
    route(item.path);
  };
  useEffect(() => setAt(0), [text]);

  const press = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && hits.length > 0) setAt((at + step + hits.length) % hits.length);
    else if (event.key === 'Enter') choose(hits[at]);
    else return;
    event.preventDefault();
  };

  return (
    <>
      <input
        class="input palette-input"
        role="combobox"
        aria-label={t('app.search')}
        aria-expanded="true"
        aria-controls={`${id}-list`}
        aria-activedescendant={hits[at] ? `${id}-${at}` : undefined}
        aria-autocomplete="list"
        autocomplete="off"
        spellcheck={false}
        autofocus
        value={text}
        placeholder={t('app.search_hint')}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <ul class="palette-list" role="listbox" id={`${id}-list`} aria-label={t('app.pages')}>
        {hits.map((item, index) => (
          <li key={item.path} id={`${id}-${index}`} role="option" aria-selected={index === at} onClick={() => choose(item)}>
            {t(item.label)}
          </li>
        ))}
      </ul>
      <p class="palette-state" role="status">
        {t('ui.found', { count: hits.length })}
      </p>
    </>
  );
}
