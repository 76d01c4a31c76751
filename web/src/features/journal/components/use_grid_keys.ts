// The keys of a spreadsheet over the grid of a month.
import { useRef, useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { keysOf } from '../../../lib/shortcuts';
import { announce, notify } from '../../../ui/Status';
import { copied, everywhere, filledDown, filledRight, pasted, rangeOf, repeatedWeek } from '../model/edit';
import { moveOf } from '../model/keys';
import { readQuantity, valueAt, writeQuantity } from '../model/sheet';
import type { MonthDesk } from './use_month';

export interface Commands {
  save(): void;
  addRow(): void;
  group(): void;
}

export interface GridKeys {
  editing: string | null;
  caret: boolean;
  type(text: string): void;
  /** The field lost the focus: what stands in it counts. */
  leave(): void;
  /** The active cell is written from what it holds. */
  begin(): void;
  onKeyDown(event: KeyboardEvent): void;
  onCopy(event: ClipboardEvent): void;
  onPaste(event: ClipboardEvent): void;
}

export function useGridKeys(desk: MonthDesk, page: () => number, refocus: () => void, commands: Commands): GridKeys {
  const [editing, setEditing] = useState<string | null>(null);
  const [caret, setCaret] = useState(false);
  const text = useRef<string | null>(null);
  /** After Escape the next Tab leaves the grid, from any cell. */
  const leaving = useRef(false);
  const { sheet, edits, selection } = desk;
  const { active } = selection;
  const range = rangeOf(selection);

  const write = (next: string | null) => {
    text.current = next;
    setEditing(next);
  };
  const begin = (first: string, walks: boolean) => {
    setCaret(walks);
    write(first);
  };
  /** False: what stands in the field is no quantity, and stays there. */
  const commit = (where: 'cell' | 'selection'): boolean => {
    if (text.current === null) return true;
    const quantity = readQuantity(text.current);
    if (quantity === null) {
      notify(t('journal.no_quantity', { text: text.current }));
      return false;
    }
    write(null);
    desk.put(where === 'cell' ? [{ ...active, quantity }] : everywhere(range, quantity));
    refocus();
    return true;
  };
  const go = (down: number, right: number) => desk.select({ row: active.row + down, column: active.column + right });

  /** Keys that end the writing; the others are the field's. */
  const whileWriting = (event: KeyboardEvent, keys: string): boolean => {
    if (keys === 'Escape') {
      write(null);
      refocus();
      return true;
    }
    if (keys === 'Control+Enter' || keys === 'Control+NumpadEnter') return commit('selection'), true;
    if (/^(Shift\+)?(Numpad)?Enter$/.test(keys)) return commit('cell') && go(event.shiftKey ? -1 : 1, 0), true;
    if (/^(Shift\+)?Tab$/.test(keys)) return commit('cell') && go(0, event.shiftKey ? -1 : 1), true;
    if (keys === 'Control+KeyS') return commit('cell') && commands.save(), true;
    const vertical = event.key === 'ArrowUp' || event.key === 'ArrowDown';
    const sideways = event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    if (!event.shiftKey && (vertical || (sideways && !caret))) {
      const to = moveOf(event.key, false, sheet, edits, active, page());
      if (commit('cell') && to) desk.select(to);
      return true;
    }
    return false;
  };

  const tab = (back: boolean): boolean => {
    const edge = back ? active.column === 0 : active.column === sheet.days.length - 1;
    if (leaving.current || edge) return false;
    go(0, back ? -1 : 1);
    return true;
  };

  const week = () => {
    const wanted = repeatedWeek(sheet, edits, selection);
    desk.put(wanted);
    if (wanted.length > 0) {
      desk.select({ row: selection.anchor.row, column: Math.min(selection.anchor.column + 7, sheet.days.length - 1) });
      desk.select({ row: active.row, column: Math.min(active.column + 7, sheet.days.length - 1) }, true);
      announce(t('journal.week_repeated'));
    }
  };

  const acts: Record<string, () => void> = {
    'Control+KeyR': () => desk.put(filledRight(sheet, edits, range)),
    'Control+KeyD': () => desk.put(filledDown(sheet, edits, range)),
    'Control+KeyZ': desk.undo,
    'Control+KeyY': desk.redo,
    'Control+Shift+KeyZ': desk.redo,
    'Control+KeyS': commands.save,
    'Control+KeyG': commands.group,
    'Control+Enter': () => desk.put(everywhere(range, valueAt(sheet, edits, active.row, active.column))),
    Delete: () => desk.put(everywhere(range, 0)),
    Backspace: () => desk.put(everywhere(range, 0)),
    Insert: commands.addRow,
    F2: () => begin(writeQuantity(valueAt(sheet, edits, active.row, active.column)), true),
    F8: week,
    Enter: () => go(1, 0),
    NumpadEnter: () => go(1, 0),
    'Shift+Enter': () => go(-1, 0),
  };

  const whileMoving = (event: KeyboardEvent, keys: string): boolean => {
    if (keys === 'Escape') {
      leaving.current = true;
      announce(t('journal.tab_leaves'));
      return true;
    }
    if (/^(Shift\+)?Tab$/.test(keys)) return tab(event.shiftKey);
    leaving.current = false;
    const act = acts[keys];
    if (act) return act(), true;
    const control = event.ctrlKey || event.metaKey;
    const to = event.altKey ? null : moveOf(event.key, control, sheet, edits, active, page());
    if (to) return desk.select(to, event.shiftKey), true;
    if (control || event.altKey || !/^[\d.,]$/.test(event.key)) return false;
    begin(event.key, false);
    return true;
  };

  return {
    editing,
    caret,
    type: write,
    leave: () => {
      if (text.current !== null && !commit('cell')) write(null);
    },
    begin: () => begin(writeQuantity(valueAt(sheet, edits, active.row, active.column)), true),
    onKeyDown(event) {
      if (sheet.rows.length === 0) return;
      const keys = keysOf(event);
      if (text.current !== null ? whileWriting(event, keys) : whileMoving(event, keys)) event.preventDefault();
    },
    onCopy(event) {
      if (text.current !== null) return;
      event.clipboardData?.setData('text/plain', copied(sheet, edits, range));
      event.preventDefault();
      announce(t('journal.copied'));
    },
    onPaste(event) {
      if (text.current !== null) return;
      event.preventDefault();
      const { wanted, unread } = pasted(sheet, range, event.clipboardData?.getData('text/plain') ?? '');
      desk.put(wanted);
      const [first, last] = [wanted[0], wanted.at(-1)];
      if (first && last) {
        desk.select(last);
        desk.select(first, true);
      }
      if (unread > 0) notify(t('journal.unread', { count: unread }));
    },
  };
}
