import { useLocation } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../../lib/api';
import { formatMonthLong } from '../../../lib/dates';
import { keepDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { notify } from '../../../ui/Status';
import type { EntryContext, Month } from '../api';
import { rangeOf } from '../model/edit';
import { AbsenceDialog } from './AbsenceDialog';
import { AddRowDialog } from './AddRowDialog';
import { Details } from './Details';
import { KeyList } from './KeyList';
import { MonthGrid } from './MonthGrid';
import { ReasonDialog } from './ReasonDialog';
import { useMonth } from './use_month';

export interface MonthSheetProps {
  month: Month;
  context: EntryContext;
  worker: string | undefined;
  titleOfService(id: string): string;
}

type Open = 'reason' | 'row' | 'absence' | null;

export function MonthSheet({ month, context, worker, titleOfService }: MonthSheetProps) {
  const { route } = useLocation();
  const desk = useMonth(month, titleOfService, worker ?? context.me);
  const [open, setOpen] = useState<Open>(null);
  const place = useRef<HTMLDivElement>(null);
  const { sheet, selection, sending, waiting } = desk;
  const active = sheet.rows[selection.active.row];
  const day = sheet.days[selection.active.column] ?? sheet.today;
  const refocus = () => setTimeout(() => place.current?.querySelector<HTMLElement>('[role=grid]')?.focus({ preventScroll: true }));
  const close = () => {
    setOpen(null);
    refocus();
  };

  const save = () => {
    if (desk.waiting === 0) return notify(t('journal.nothing_waits'));
    if (desk.asksReason()) setOpen('reason');
    else void desk.save('');
  };
  /** The people of the selected rows, for the form that records a lesson: a service, a day, many people. */
  const group = () => {
    const { top, bottom } = rangeOf(selection);
    const people = new Map(sheet.rows.slice(top, bottom + 1).map(({ person }) => [person.id, { id: person.id, title: person.name }]));
    keepDraft('entry group', { people: [...people.values()], service: active?.service ?? '', day });
    route('/journal/new');
  };
  useShortcut('Control+KeyS', 'journal.save', save);
  useEffect(() => {
    // What a lost network kept goes when there is one again; what needs a reason waits for its writer.
    const again = () => sending.problem?.status === 0 && !desk.asksReason() && void desk.save('');
    addEventListener('online', again);
    return () => removeEventListener('online', again);
  });

  return (
    <div class="stack" ref={place}>
      <div class="sheet-bar">
        <Button kind="primary" busy={sending.busy} onClick={save}>{waiting > 0 ? t('journal.save_count', { count: waiting }) : t('journal.save')}</Button>
        <Button disabled={!desk.canUndo} onClick={desk.undo}>{t('journal.undo')}</Button>
        <Button disabled={!desk.canRedo} onClick={desk.redo}>{t('journal.redo')}</Button>
        <Button onClick={() => setOpen('row')}>{t('journal.add_row')}</Button>
        <Button disabled={!active} onClick={group}>{t('journal.group')}</Button>
        <Button disabled={!active} onClick={() => setOpen('absence')}>{t('journal.absence')}</Button>
        {waiting > 0 && <Button kind="quiet" onClick={desk.discard}>{t('journal.discard')}</Button>}
        <span class="muted" role="status">{waiting > 0 ? t('journal.waiting', { count: waiting }) : ''}</span>
      </div>
      {sending.problem && (
        <div class="table-problem" role="alert">
          <p>{problemText(sending.problem)} {t('journal.kept_here')}</p>
          <Button onClick={save}>{t('journal.again')}</Button>
        </div>
      )}
      {month.elsewhere > 0 && <p class="muted">{t('journal.elsewhere', { count: month.elsewhere })}</p>}
      {sheet.rows.length === 0 ? (
        <EmptyState title={t('journal.empty')} detail={t('journal.empty_detail')} action={<Button kind="primary" onClick={() => setOpen('row')}>{t('journal.add_row')}</Button>} />
      ) : (
        <>
          <MonthGrid desk={desk} label={t('journal.grid_of', { month: formatMonthLong(month.first) })} commands={{ save, addRow: () => setOpen('row'), group }} />
          <Details desk={desk} />
          <p id="journal-keys" class="muted">{t('journal.keys_hint')}</p>
          <KeyList />
        </>
      )}
      {open === 'reason' && <ReasonDialog open onClose={close} onSave={(reason) => { close(); void desk.save(reason); }} />}
      {open === 'row' && (
        <AddRowDialog
          open context={context} days={sheet.days.length} person={active ? { id: active.person.id, title: active.person.name } : null} onClose={close}
          onAdd={(row) => { desk.addRow(row); close(); }}
        />
      )}
      {open === 'absence' && active && <AbsenceDialog organisation={month.organisation} person={active.person} day={day} onClose={close} />}
    </div>
  );
}
