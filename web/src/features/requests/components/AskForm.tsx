import { useQueryClient } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type FieldProblem, type Problem } from '../../../lib/api';
import { titleOf, useServices } from '../../../lib/directory';
import { today } from '../../../lib/dates';
import { matches } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { inOtherLayout, readSearch } from '../../../lib/person_search';
import { Button } from '../../../ui/Button';
import { Combobox, type Option } from '../../../ui/Combobox';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary, focusField } from '../../../ui/ErrorSummary';
import { lifeWords } from '../../../ui/person/age';
import { notify } from '../../../ui/Status';
import { postRequest, searchPersons } from '../api';

async function findPersons(text: string, signal: AbortSignal): Promise<Option[]> {
  const asked = readSearch(text);
  if (!asked) return [];
  const find = async (by: typeof asked) => (await searchPersons({ ...by, limit: 8 }, signal)).items;
  let found = await find(asked);
  const other = found.length === 0 ? inOtherLayout(asked) : null;
  if (other) found = await find(other);
  return found.map((each) => ({ id: each.id, title: each.name, note: lifeWords(each.birth, each.death, today()) }));
}

/** What was forgotten, said before the server is asked. */
function forgotten(person: Option | null, service: Option | null, day: string | null): Problem | null {
  const missing = [...(person ? [] : ['/person']), ...(service ? [] : ['/service']), ...(day ? [] : ['/asked_on'])];
  if (missing.length === 0) return null;
  const errors: FieldProblem[] = missing.map((pointer) => ({ pointer, code: 'requests.some_missing', detail: t('requests.some_missing') }));
  return { type: 'about:blank', title: '', status: 0, detail: '', code: 'requests.some_missing', request_id: null, retry_after: null, errors };
}

export function AskForm({ organisation }: { organisation: string }) {
  const client = useQueryClient();
  const services = useServices();
  const [person, setPerson] = useState<Option | null>(null);
  const [service, setService] = useState<Option | null>(null);
  const [day, setDay] = useState<string | null>(today());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const errors = fieldErrors(problem);

  const findServices = async (text: string): Promise<Option[]> =>
    (services.data ?? [])
      .filter((each) => (!each.valid_to || each.valid_to >= today()) && matches(`${titleOf(each.titles)} ${each.code}`, text))
      .map((each) => ({ id: each.id, title: titleOf(each.titles) }));

  const save = async (event: Event) => {
    event.preventDefault();
    const missing = forgotten(person, service, day);
    setProblem(missing);
    if (busy || missing || !person || !service || !day) return;
    setBusy(true);
    try {
      await postRequest({ organisation, person: person.id, service: service.id, asked_on: day }, key.current);
      notify(t('requests.recorded'));
      setPerson(null);
      setTimeout(() => focusField('person'));
      void client.invalidateQueries({ queryKey: ['requests'] });
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      key.current = newKey();
      setBusy(false);
    }
  };
  return (
    <form class="card stack" noValidate aria-label={t('requests.ask')} onSubmit={(event) => void save(event)}>
      <ErrorSummary problem={problem} />
      <Combobox name="person" label={t('requests.person')} hint={t('requests.person_hint')} required value={person} error={errors.person} search={findPersons} onChange={setPerson} />
      <Combobox name="service" label={t('requests.service')} required value={service} error={errors.service} search={findServices} onChange={setService} />
      <DateField name="asked_on" label={t('requests.asked_on')} required max={today()} value={day} error={errors.asked_on} onChange={setDay} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('requests.ask')}</Button>
      </div>
    </form>
  );
}
