import { useLocation } from 'preact-iso';
import { useRef } from 'preact/hooks';
import { today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { inOtherLayout, readSearch, type Asked } from '../../../lib/person_search';
import { Combobox, type Option } from '../../../ui/Combobox';
import { lifeWords } from '../../../ui/person/age';
import type { PersonDraft } from '../../../ui/person/PersonFields';
import { findMeant, type KnownPerson } from '../../../ui/person/same';
import { searchPersons, type FoundPerson } from '../api';
import type { Chosen } from '../model/entry';
import { recentPersons } from '../model/recent';
import { beginPerson } from '../model/search';

const newcomer = 'new';
const elsewhere = 'elsewhere';

export function chosenOf(person: KnownPerson): Chosen {
  return { id: person.id, title: person.name, note: lifeWords(person.birth, person.death, today()) };
}

async function found(asked: Asked, signal: AbortSignal): Promise<FoundPerson[]> {
  return (await searchPersons({ ...asked, limit: 8 }, signal)).items;
}

/** People in any order of typing, then the way to somebody new; an empty field offers the last recipients. */
export async function findRecipients(text: string, signal: AbortSignal): Promise<Option[]> {
  const asked = readSearch(text);
  if (!asked) return text.trim() ? [] : recentPersons();
  // A number with a wrong check cannot be searched by, yet a card can be begun with it.
  let persons = await found(asked, signal).catch((error: unknown) => {
    if (asked.snils) return [];
    throw error;
  });
  const other = persons.length === 0 ? inOtherLayout(asked) : null;
  if (other) persons = await found(other, signal);
  const ways: Option[] = [{ id: newcomer, title: t('ledger.new_person'), note: asked.snils ? t('ledger.with_number') : text.trim(), aside: true }];
  if (persons.length === 0) ways.push({ id: elsewhere, title: t('ledger.look_elsewhere'), aside: true });
  const meant = persons.length === 0 ? await findMeant(asked, signal) : [];
  return [...persons.map(chosenOf), ...meant.slice(0, 5).map((each) => ({ ...chosenOf(each), note: t('ledger.meant', { life: lifeWords(each.birth, each.death, today()), percent: each.percent }) })), ...ways];
}

export interface RecipientFieldProps {
  name: string;
  label: string;
  value: Chosen | null;
  error?: string | undefined;
  required?: boolean;
  onChoose(person: Chosen | null): void;
  onNew(person: PersonDraft): void;
}

export function RecipientField({ name, label, value, error, required, onChoose, onNew }: RecipientFieldProps) {
  const typed = useRef('');
  const { route } = useLocation();
  return (
    <Combobox
      name={name}
      label={label}
      hint={t('ledger.person_hint')}
      required={required ?? true}
      value={value}
      error={error}
      search={(text, signal) => {
        typed.current = text;
        return findRecipients(text, signal);
      }}
      onChange={(chosen) => {
        if (chosen?.id === newcomer) onNew(beginPerson(typed.current));
        else if (chosen?.id === elsewhere) route('/recipients/lookup');
        else onChoose(chosen);
      }}
    />
  );
}
