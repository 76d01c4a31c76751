import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useShortcut } from '../../../lib/shortcuts';
import { Check } from '../../../ui/CheckGroup';
import { Button } from '../../../ui/Button';
import { fieldId } from '../../../ui/Field';
import { Icon } from '../../../ui/Icon';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import type { Place } from '../model/place';
import type { District } from '../../../lib/directory';
import type { Named } from '../model/types';

export interface FilterBarProps {
  place: Place;
  practices: readonly Named[];
  districts: readonly District[];
  onChange(change: Partial<Place>): void;
}

export function FilterBar({ place, practices, districts, onChange }: FilterBarProps) {
  useShortcut('Slash', 'rollout.filter.keys', () => document.getElementById(fieldId('text'))?.focus());
  const some = place.text || place.district || place.practices.length > 0 || place.colour;
  return (
    <div class="filter-bar">
      <TextInput name="text" type="search" label={t('rollout.filter.centre')} required value={place.text} onChange={(text) => onChange({ text })} />
      <Select
        name="district"
        label={t('rollout.filter.district')}
        required
        value={place.district ?? ''}
        empty={t('rollout.filter.all_districts')}
        choices={districts.map((each) => ({ value: each.id, label: each.title }))}
        onChange={(district) => onChange({ district: district || null })}
      />
      <PracticeMenu practices={practices} chosen={place.practices} onChange={(chosen) => onChange({ practices: chosen })} />
      {some && (
        <Button kind="quiet" onClick={() => onChange({ text: '', district: null, practices: [], colour: null })}>
          {t('rollout.filter.reset')}
        </Button>
      )}
    </div>
  );
}

interface PracticeMenuProps {
  practices: readonly Named[];
  chosen: readonly string[];
  onChange(chosen: string[]): void;
}

function PracticeMenu({ practices, chosen, onChange }: PracticeMenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!open) return;
    const outside = (event: Event) => root.current?.contains(event.target as Node) || setOpen(false);
    addEventListener('pointerdown', outside);
    addEventListener('focusin', outside);
    return () => {
      removeEventListener('pointerdown', outside);
      removeEventListener('focusin', outside);
    };
  }, [open]);
  const words =
    chosen.length === 0
      ? t('rollout.filter.all_practices')
      : chosen.length === 1
        ? (practices.find((each) => each.id === chosen[0])?.title ?? '')
        : t('rollout.filter.some_practices', { count: chosen.length });
  return (
    <div
      class="field filter-menu"
      ref={root}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || !open) return;
        event.stopPropagation();
        setOpen(false);
        button.current?.focus();
      }}
    >
      <span class="field-label" id="filter-practices">{t('rollout.filter.practices')}</span>
      <button type="button" ref={button} class="input filter-menu-button" aria-expanded={open} aria-labelledby="filter-practices filter-practices-words" onClick={() => setOpen(!open)}>
        <span id="filter-practices-words">{words}</span>
        <Icon name="down" />
      </button>
      {open && (
        <div class="filter-menu-list" role="group" aria-labelledby="filter-practices">
          {practices.map((each) => (
            <Check
              key={each.id}
              label={each.title}
              checked={chosen.includes(each.id)}
              onChange={(on) => onChange(practices.map((one) => one.id).filter((id) => (id === each.id ? on : chosen.includes(id))))}
            />
          ))}
        </div>
      )}
    </div>
  );
}
