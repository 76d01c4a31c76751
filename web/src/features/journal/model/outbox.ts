// Changes that are not in the ledger yet. They outlive a reload and a day without a network: unlike the drafts of forms they hold no
// names, only ids and numbers, so they stay in the browser until their writer has sent them. One list for the grid and the day.
import { session } from '../../../lib/session';
import { createStore } from '../../../lib/store';
import type { Edit } from './sheet';

const prefix = 'ryadom_journal ';
const nameOf = (organisation: string) => `${prefix}${session.get()?.account.id ?? ''} ${organisation}`;

/** Rises with every change, for those who show what waits. */
export const outboxChanged = createStore(0);

export function kept(organisation: string): Edit[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(nameOf(organisation)) ?? '[]');
    return Array.isArray(found) ? (found as Edit[]) : [];
  } catch {
    return [];
  }
}

/** False: the browser keeps nothing, and the writer must be told. */
export function keep(organisation: string, edits: readonly Edit[]): boolean {
  try {
    if (edits.length === 0) localStorage.removeItem(nameOf(organisation));
    else localStorage.setItem(nameOf(organisation), JSON.stringify(edits));
    return true;
  } catch {
    return false;
  } finally {
    outboxChanged.set((before) => before + 1);
  }
}

const same = (one: Edit, other: Edit) => one.person === other.person && one.service === other.service && one.day === other.day;

/** Those of other months and other people stay as they are. */
export function keepOf(organisation: string, edits: readonly Edit[], belongs: (edit: Edit) => boolean): boolean {
  return keep(organisation, [...kept(organisation).filter((each) => !belongs(each)), ...edits]);
}

export function add(organisation: string, edits: readonly Edit[]): boolean {
  return keep(organisation, [...kept(organisation).filter((each) => !edits.some((other) => same(each, other))), ...edits]);
}

/** What was sent is gone, unless it was changed again meanwhile. */
export function drop(organisation: string, edits: readonly Edit[]): void {
  keep(organisation, kept(organisation).filter((each) => !edits.some((other) => same(each, other) && each.quantity === other.quantity)));
}
