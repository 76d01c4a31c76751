import type { FieldProblem, Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import type { PersonDraft } from '../../../ui/person/PersonFields';

export function refusal(errors: readonly { pointer: string; detail: string }[]): Problem {
  return {
    type: 'about:blank', title: '', status: 0, detail: '', code: 'people.check_fields', request_id: null, retry_after: null,
    errors: errors.map(({ pointer, detail }) => ({ pointer, detail, code: 'people.missing' as const })),
  };
}

/** What must be known of everybody and what stands in a field unread, said before the server is asked. */
export function forgotten(draft: PersonDraft, at: string, unfinished: readonly FieldProblem[]): Problem | null {
  const empty = (['family_name', 'given_name', 'birth', 'sex'] as const)
    .filter((name) => !draft[name].trim() && !unfinished.some((each) => each.pointer === `/${at}${name}`))
    .map((name) => ({ pointer: `/${at}${name}`, detail: t('people.missing', { field: t(`person.${name}`) }) }));
  return empty.length + unfinished.length === 0 ? null : refusal([...unfinished, ...empty]);
}
