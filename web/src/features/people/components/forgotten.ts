import type { Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import type { PersonDraft } from '../../../ui/person/PersonFields';

export function refusal(errors: { pointer: string; detail: string }[]): Problem {
  return {
    type: 'about:blank', title: '', status: 0, detail: '', code: 'people.check_fields', request_id: null, retry_after: null,
    errors: errors.map((each) => ({ ...each, code: 'people.missing' })),
  };
}

/** What must be known of everybody, said before the server is asked. */
export function forgotten(draft: PersonDraft, at: string): Problem | null {
  const empty = (['family_name', 'given_name', 'birth', 'sex'] as const).filter((name) => !draft[name].trim());
  return empty.length === 0 ? null : refusal(empty.map((name) => ({ pointer: `/${at}${name}`, detail: t('people.missing', { field: t(`person.${name}`) }) })));
}
