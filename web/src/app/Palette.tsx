import { useLocation } from 'preact-iso';
import { useEffect, useId, useState } from 'preact/hooks';
import { t } from '../lib/messages';
import { Dialog } from '../ui/Dialog';
import { usePlaces, type Place } from './found';
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
  const { hits, waiting, failed } = usePlaces(items, text);
  const choose = (place: Place | undefined) => {
    if (!place) return;
    onClose();
    route(place.path);
  };
  useEffect(() => document.getElementById(`${id}-${at}`)?.scrollIntoView({ block: 'nearest' }), [at, text]);

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
        onInput={(event) => {
          setText(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      <ul class="palette-list" role="listbox" id={`${id}-list`} aria-label={t('app.found')}>
        {hits.map((place, index) => (
          <li key={`${place.path} ${place.title}`} id={`${id}-${index}`} role="option" aria-selected={index === at} onClick={() => choose(place)}>
            <span>{place.title}</span> <span class="palette-note">{place.note}</span>
          </li>
        ))}
      </ul>
      <p class="palette-state" role="status">
        {failed ? t('ui.search_failed') : waiting ? t('ui.searching') : t('ui.found', { count: hits.length })}
      </p>
    </>
  );
}
