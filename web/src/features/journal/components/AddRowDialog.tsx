import { useState } from 'preact/hooks';
import { titleOf } from '../../../lib/directory';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { readSearch } from '../../../lib/person_search';
import { Button } from '../../../ui/Button';
import { Combobox, type Option } from '../../../ui/Combobox';
import { Dialog } from '../../../ui/Dialog';
import { searchPersons, type EntryContext } from '../api';
import { keyOf, type SheetRow } from '../model/sheet';

export interface AddRowDialogProps {
  open: boolean;
  context: EntryContext;
  days: number;
  /** Somebody of the active row: one more service for the same person is what is wanted most. */
  person: Option | null;
  onAdd(row: SheetRow): void;
  onClose(): void;
}

async function findPersons(text: string, signal: AbortSignal): Promise<Option[]> {
  const asked = readSearch(text);
  if (!asked) return [];
  return (await searchPersons({ ...asked, limit: 8 }, signal)).map((each) => ({ id: each.id, title: each.name }));
}

export function AddRowDialog({ open, context, days, person, onAdd, onClose }: AddRowDialogProps) {
  return (
    <Dialog title={t('journal.add_row')} open={open} onClose={onClose}>
      <AddRow context={context} days={days} person={person} onAdd={onAdd} onClose={onClose} />
    </Dialog>
  );
}

function AddRow({ context, days, person, onAdd, onClose }: Omit<AddRowDialogProps, 'open'>) {
  const [whom, setWhom] = useState<Option | null>(person);
  const [service, setService] = useState<Option | null>(null);
  const [missing, setMissing] = useState(false);
  const option = (each: EntryContext['services'][number]): Option => ({ id: each.id, title: titleOf(each.titles) });
  const add = (event: Event) => {
    event.preventDefault();
    const chosen = context.services.find((each) => each.id === service?.id);
    if (!whom || !chosen) return setMissing(true);
    onAdd({
      key: keyOf(whom.id, chosen.id), person: { id: whom.id, name: whom.title, absences: [] }, service: chosen.id, title: titleOf(chosen.titles), leads: true,
      saved: new Int32Array(days), channel: chosen.practices[0]?.channels[0] ?? 'home', minutes: chosen.norm_minutes ?? 0, practice: undefined, planned: undefined,
      plannedFrom: undefined, plannedUntil: undefined,
    });
  };
  return (
    <form class="stack" noValidate onSubmit={add}>
      <Combobox name="row/person" label={t('journal.person')} required value={whom} error={missing && !whom ? t('journal.choose') : undefined} search={findPersons} onChange={setWhom} />
      <Combobox
        name="row/service" label={t('journal.service')} required value={service} error={missing && !service ? t('journal.choose') : undefined}
        search={async (text) => context.services.filter((each) => matches(`${titleOf(each.titles)} ${each.code}`, text)).map(option)} onChange={setService}
      />
      <div class="page-actions">
        <Button kind="primary" type="submit">{t('journal.add_row')}</Button>
        <Button onClick={onClose}>{t('journal.cancel')}</Button>
      </div>
    </form>
  );
}
