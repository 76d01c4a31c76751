// What stands in a field and is not what the form holds: a name that was not taken from its list, a day that cannot be read.
// The fields mark themselves; the form asks before it sends, or an earlier choice would be recorded in place of what is seen.
import type { FieldProblem } from '../lib/api';
import { t } from '../lib/messages';

export type Unfinished = 'choice' | 'day';

/** Attributes by which a control says so. */
export function unfinishedMark(name: string, kind: Unfinished | null) {
  return kind ? { 'data-unfinished': kind, 'data-field': name } : {};
}

export function unfinished(form: ParentNode | null): FieldProblem[] {
  const marked = [...(form?.querySelectorAll<HTMLInputElement>('input[data-unfinished]') ?? [])];
  return marked.map((input) => ({
    pointer: `/${input.dataset.field ?? ''}`,
    ...(input.dataset.unfinished === 'day'
      ? { code: 'ui.date_unreadable' as const, detail: t('ui.date_unreadable') }
      : { code: 'ui.not_chosen' as const, detail: t('ui.not_chosen', { text: input.value.trim() }) }),
  }));
}
