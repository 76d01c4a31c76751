import { useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { namesakeField, noPerson, PersonFields, personBody, type PersonDraft } from '../../../ui/person/PersonFields';
import { findSame, sameTold, type KnownPerson, type Same } from '../../../ui/person/same';
import { SamePerson } from '../../../ui/person/SamePerson';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { unfinished } from '../../../ui/unfinished';
import { registerPerson } from '../api';
import { forgotten } from '../components/forgotten';

export default function RegisterPage() {
  const client = useQueryClient();
  const { route } = useLocation();
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useState('');
  const [draft, setDraft, drop] = useDraft<PersonDraft>('register person', () => noPerson);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [same, setSame] = useState<Same | null>(null);
  const form = useRef<HTMLFormElement>(null);
  const attempt = useRef({ body: '', key: '' });
  const organisation = chosen || (own[0]?.id ?? '');
  const errors = fieldErrors(problem);
  const elsewhere = problem?.code === 'people.known_elsewhere';

  const save = async (typed = draft) => {
    if (busy) return;
    const missing = forgotten(typed, 'person/', unfinished(form.current));
    if (missing) return setProblem(missing);
    setBusy(true);
    const known = await findSame(typed);
    setSame(known);
    if (known) return setBusy(false);
    const body = { organisation, person: personBody(typed), ...namesakeField(typed) };
    const words = JSON.stringify(body);
    if (attempt.current.body !== words) attempt.current = { body: words, key: newKey() };
    try {
      const person = await registerPerson(body, attempt.current.key);
      setDraft(noPerson);
      drop();
      void client.invalidateQueries({ queryKey: ['persons'] });
      notify(t('people.registered'));
      route(`/recipients/${person.id}`, true);
    } catch (error) {
      const failure = asProblem(error);
      if (failure.status !== 0) attempt.current = { body: '', key: '' };
      const told = await sameTold(failure, typed).catch(() => null);
      setSame(told);
      setProblem(told ? null : failure);
    } finally {
      setBusy(false);
    }
  };
  const taken = (person: KnownPerson) => {
    setDraft(noPerson);
    drop();
    route(`/recipients/${person.id}`);
  };
  useShortcut('Control+Enter', 'people.keys.save', () => void save());

  return (
    <Page title={t('people.register_title')} crumbs={[{ href: '/recipients', label: t('people.title') }]}>
      <form
        ref={form}
        class="card stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <ErrorSummary problem={problem} />
        {elsewhere && (
          <p>
            <a href="/recipients/lookup">{t('people.look_up')}</a>
          </p>
        )}
        {own.length > 1 && (
          <div class="filters">
            <Select name="organisation" label={t('people.who_serves')} required value={organisation} error={errors.organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
          </div>
        )}
        <PersonFields at="person/" value={draft} errors={errors} onChange={setDraft} onTake={taken} />
        <div class="page-actions">
          <Button kind="primary" type="submit" busy={busy}>{t('people.save_new')}</Button>
          <Button kind="quiet" onClick={() => { setProblem(null); setDraft(noPerson); }}>{t('people.clear')}</Button>
        </div>
      </form>
      <SamePerson
        same={same}
        draft={draft}
        organisation={organisation}
        onTake={taken}
        onOther={(namesake) => {
          setDraft({ ...draft, namesake });
          void save({ ...draft, namesake });
        }}
        onClose={() => setSame(null)}
      />
    </Page>
  );
}
