// The month under the writer's hands: what the ledger has, what is changed, what was undone, and the sending of it.
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Problem } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { announce, notify } from '../../../ui/Status';
import { postCells, type Month } from '../api';
import { at, edited, listOf, moved, stillChanged, unstepped, type Place, type Selection, type Step } from '../model/edit';
import { keepOf, kept } from '../model/outbox';
import { sendEdits, takesBack } from '../model/send';
import { sheetOf, withRow, withSaved, type Edit, type Edits, type Sheet, type SheetRow } from '../model/sheet';

/** By row, then by day: why a change was not taken. */
export type Faults = ReadonlyMap<string, ReadonlyMap<Day, string>>;

interface Sending {
  busy: boolean;
  problem: Problem | null;
}

export interface MonthDesk {
  sheet: Sheet;
  edits: Edits;
  waiting: number;
  faults: Faults;
  selection: Selection;
  sending: Sending;
  canUndo: boolean;
  canRedo: boolean;
  select(to: Place, extend?: boolean): void;
  put(wanted: readonly (Place & { quantity: number })[]): void;
  undo(): void;
  redo(): void;
  addRow(row: SheetRow): void;
  /** Whether a reason is to be asked before what waits is sent. */
  asksReason(): boolean;
  save(reason: string): Promise<void>;
  discard(): void;
}

/** How long after the last change the browser keeps it: a held key makes many. */
const pause = 150;

function keeps(sheet: Sheet, edits: Edits): void {
  const month = new Set(sheet.days);
  const kept = keepOf(sheet.organisation, listOf(edits), (edit) => month.has(edit.day));
  if (!kept && edits.size > 0) notify(t('journal.not_kept'));
}

const ofMonth = (sheet: Sheet) => kept(sheet.organisation).filter((edit) => sheet.days.includes(edit.day));

export function useMonth(month: Month, titleOfService: (id: string) => string, worker: string | undefined): MonthDesk {
  const [sheet, setSheet] = useState(() => sheetOf(month, titleOfService));
  const [edits, setEdits] = useState<Edits>(() => stillChanged(sheet, ofMonth(sheet)));
  const [selection, setSelection] = useState<Selection>(() => at({ row: 0, column: Math.max(0, sheet.days.indexOf(sheet.today)) }));
  const [faults, setFaults] = useState<Faults>(new Map());
  const [past, setPast] = useState<readonly Step[]>([]);
  const [future, setFuture] = useState<readonly Step[]>([]);
  const [sending, setSending] = useState<Sending>({ busy: false, problem: null });
  // What is shown is what the handlers of the next key must see, whether or not it was drawn meanwhile.
  const now = useRef({ sheet, edits });
  now.current = { sheet, edits };

  const shown = useRef(month);
  if (shown.current !== month) {
    // The month was read anew: changes stay, rows that were added stay if something is typed in them.
    shown.current = month;
    let next = sheetOf(month, titleOfService);
    for (const row of sheet.rows) if (edits.has(row.key) && !next.rows.some((each) => each.key === row.key)) next = withRow(next, { ...row, saved: new Int32Array(next.days.length) });
    now.current = { sheet: next, edits: stillChanged(next, listOf(edits)) };
    setSheet(next);
    setEdits(now.current.edits);
  }

  useEffect(() => {
    const flush = () => keeps(now.current.sheet, now.current.edits);
    const timer = setTimeout(flush, pause);
    addEventListener('pagehide', flush);
    return () => {
      clearTimeout(timer);
      removeEventListener('pagehide', flush);
    };
  }, [edits]);
  useEffect(() => () => keeps(now.current.sheet, now.current.edits), []);

  const take = (next: Edits) => {
    now.current = { ...now.current, edits: next };
    setEdits(next);
  };
  const change = (wanted: readonly (Place & { quantity: number })[]): Step => {
    const done = edited(now.current.sheet, now.current.edits, wanted, worker);
    if (done.skipped > 0) notify(t('journal.skipped', { count: done.skipped }));
    take(done.edits);
    forgive(done.step);
    return done.step;
  };
  /** What was typed anew is not wrong until the server says so. */
  const forgive = (step: Step) => {
    setFaults((before) => {
      if (before.size === 0) return before;
      const next = new Map(before);
      for (const { key, day } of step.cells) {
        const own = new Map(next.get(key));
        own.delete(day);
        if (own.size === 0) next.delete(key);
        else next.set(key, own);
      }
      return next;
    });
  };
  const walk = (from: readonly Step[], way: 'from' | 'to', put: (rest: readonly Step[], step: Step) => void) => {
    const step = from.at(-1);
    if (!step) return;
    const cells = unstepped(now.current.sheet, step, way);
    change(cells);
    const [first, last] = [cells[0], cells.at(-1)];
    // What changed is selected, so that it is seen.
    if (first && last) setSelection({ anchor: last, active: first });
    put(from.slice(0, -1), step);
    announce(t(way === 'from' ? 'journal.undone' : 'journal.redone', { count: cells.length }));
  };

  const save = async (reason: string) => {
    const list = listOf(now.current.edits);
    if (list.length === 0 || sending.busy) return;
    setSending({ busy: true, problem: null });
    setFaults(new Map());
    const outcome = await sendEdits(postCells, now.current.sheet.organisation, reason, list, (taken) => {
      const saved = withSaved(now.current.sheet, taken.map(({ edit }) => edit));
      // What was typed while the answer was awaited stays a change of what is saved now.
      const rest = stillChanged(saved, listOf(now.current.edits));
      now.current = { sheet: saved, edits: rest };
      setSheet(saved);
      setEdits(rest);
    });
    const wrong = new Map<string, Map<Day, string>>();
    for (const { edit, text } of outcome.wrong) {
      const key = `${edit.person} ${edit.service}`;
      wrong.set(key, (wrong.get(key) ?? new Map<Day, string>()).set(edit.day, text));
    }
    setFaults(wrong);
    setSending({ busy: false, problem: outcome.stopped });
    const warned = outcome.taken.filter(({ warnings }) => warnings.length > 0).length;
    if (outcome.taken.length > 0) notify(warned > 0 ? t('journal.saved_warned', { count: outcome.taken.length, warned }) : t('journal.saved', { count: outcome.taken.length }));
    if (outcome.wrong.length > 0) notify(t('journal.not_taken', { count: outcome.wrong.length }));
  };

  const waiting = useMemo(() => listOf(edits).length, [edits]);
  return {
    sheet, edits, waiting, faults, selection, sending,
    canUndo: past.length > 0,
    canRedo: future.length > 0,
    select: (to, extend) => setSelection((before) => moved(now.current.sheet, before, to, extend)),
    put(wanted) {
      const step = change(wanted);
      if (step.cells.length === 0) return;
      setPast((before) => [...before.slice(-199), step]);
      setFuture([]);
    },
    undo: () => walk(past, 'from', (rest, step) => { setPast(rest); setFuture((before) => [...before, step]); }),
    redo: () => walk(future, 'to', (rest, step) => { setFuture(rest); setPast((before) => [...before, step]); }),
    addRow(row) {
      const next = withRow(now.current.sheet, row);
      now.current = { ...now.current, sheet: next };
      setSheet(next);
      const place = next.rows.findIndex((each) => each.key === row.key);
      setSelection((before) => at({ row: place, column: before.active.column }));
    },
    asksReason: () => takesBack(listOf(now.current.edits)),
    save,
    discard: () => {
      take(new Map());
      setFaults(new Map());
    },
  };
}

export type { Edit };
