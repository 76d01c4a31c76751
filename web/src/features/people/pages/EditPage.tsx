import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, problemText, type Problem } from '../../../lib/api';
import { namer, useDistricts } from '../../../lib/directory';
import { formatDay, today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { Conflict } from '../../../ui/Conflict';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { PersonFields, personBody, type PersonDraft } from '../../../ui/person/PersonFields';
import { Waiting } from '../../../ui/Progress';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { unfinished } from '../../../ui/unfinished';
import { factsAfter, getCard, putPerson, type Card, type Fact, type Person } from '../api';
import { draftOf, nameOf } from '../components/draft';
import { FactsAfterDeath } from '../components/FactsAfterDeath';
import { forgotten, refusal } from '../components/forgotten';

const compared = ['family_name', 'given_name', 'patronymic', 'birth', 'death', 'sex', 'number', 'district', 'phone', 'address'] as const;

const unsaid = (field: 'renamed' | 'renamed_on') => refusal([{ pointer: `/${field}`, detail: t('people.missing', { field: t(`people.${field}`) }) }]);

/** Whether what stands now was the person's name: then it is kept. */
function renames(person: Person, draft: PersonDraft): boolean {
  const before = draftOf(person);
  return (['family_name', 'given_name', 'patronymic'] as const).some((name) => before[name] !== '' && before[name] !== draft[name].trim());
}

function Form({ card, etag }: { card: Card; etag: string | null }) {
  const client = useQueryClient();
  const { route } = useLocation();
  const districts = useDistricts();
  const [version, setVersion] = useState(etag);
  const [draft, setDraft] = useState<PersonDraft>(draftOf(card.person));
  const [theirs, setTheirs] = useState<{ person: Person; etag: string | null } | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [later, setLater] = useState<Fact[]>([]);
  const [why, setWhy] = useState<'' | 'mistake' | 'changed'>('');
  const [renamedOn, setRenamedOn] = useState<string | null>(today());
  const form = useRef<HTMLFormElement>(null);
  const errors = fieldErrors(problem);
  const id = card.person.id;

  const save = async (over: string | null, sure = false) => {
    if (busy) return;
    const missing = forgotten(draft, '', unfinished(form.current));
    if (missing) return setProblem(missing);
    const renamed = renames(card.person, draft);
    if (renamed && (!why || (why === 'changed' && !renamedOn))) return setProblem(unsaid(why ? 'renamed_on' : 'renamed'));
    setBusy(true);
    setProblem(null);
    setLater([]);
    try {
      if (!sure && draft.death && draft.death !== card.person.death) {
        const found = await factsAfter(id, draft.death);
        setLater(found);
        if (found.length > 0) return;
      }
      // A person may hold both numbers; the form shows one, the other stays.
      const body = { ...personBody(draft), ...(card.person.snils && card.person.iin ? { iin: card.person.iin } : {}) };
      await putPerson(id, body, over, renamed && why === 'changed' ? (renamedOn ?? undefined) : undefined);
      setTheirs(null);
      void client.invalidateQueries({ queryKey: ['persons'] });
      notify(t('people.saved'));
      route(`/recipients/${id}`, true);
    } catch (error) {
      const failure = asProblem(error);
      if (failure.status !== 412) return setProblem(failure);
      const now = await getCard(id).catch(() => null);
      if (now) setTheirs({ person: now.body.person, etag: now.etag });
      else setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  useShortcut('Control+Enter', 'people.keys.save', () => void save(version));

  const district = namer(districts.data, (each) => each.title);
  const words = (value: PersonDraft, name: (typeof compared)[number]) => {
    const text = value[name];
    if (!text) return '';
    if (name === 'birth' || name === 'death') return formatDay(text);
    if (name === 'district') return district(text);
    if (name === 'sex') return t(`person.sex.${value.sex === 'male' ? 'male' : 'female'}`);
    return text;
  };
  return (
    <form
      ref={form}
      class="card stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save(version);
      }}
    >
      <ErrorSummary problem={problem} />
      {theirs && (
        <Conflict
          busy={busy}
          differences={compared.map((name) => ({ label: t(`person.${name}`), mine: words(draft, name), theirs: words(draftOf(theirs.person), name) }))}
          onTheirs={() => {
            setDraft(draftOf(theirs.person));
            setVersion(theirs.etag);
            setTheirs(null);
          }}
          onMine={() => void save(theirs.etag)}
        />
      )}
      <PersonFields value={draft} errors={errors} death onChange={setDraft} />
      {renames(card.person, draft) && (
        <>
          <RadioGroup
            name="renamed"
            label={t('people.renamed')}
            required
            layout="row"
            value={why}
            error={errors.renamed}
            choices={[{ value: 'changed', label: t('people.renamed.changed') }, { value: 'mistake', label: t('people.renamed.mistake') }]}
            onChange={(next) => setWhy(next as typeof why)}
          />
          {why === 'changed' && <DateField name="renamed_on" label={t('people.renamed_on')} required max={today()} value={renamedOn} error={errors.renamed_on} onChange={setRenamedOn} />}
        </>
      )}
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.save')}</Button>
        <a class="button" href={`/recipients/${id}`}>{t('people.cancel')}</a>
      </div>
      <FactsAfterDeath facts={later} onSave={() => void save(version, true)} onClose={() => setLater([])} />
    </form>
  );
}

export default function EditPage() {
  const { params } = useRoute();
  const id = params.person ?? '';
  const card = useQuery({ queryKey: ['persons', 'edit', id], queryFn: () => getCard(id), staleTime: 0, gcTime: 0 });
  return (
    <Page
      title={t('people.edit_title')}
      crumbs={[{ href: '/recipients', label: t('people.title') }, ...(card.data ? [{ href: `/recipients/${id}`, label: nameOf(card.data.body.person) }] : [])]}
    >
      {card.error && (
        <div class="table-problem" role="alert">
          <p>{problemText(asProblem(card.error))}</p>
          <Button onClick={() => void card.refetch()}>{t('ui.retry')}</Button>
        </div>
      )}
      {card.isLoading && <Waiting waiting />}
      {card.data && <Form card={card.data.body} etag={card.data.etag} />}
    </Page>
  );
}
