import { useLocation } from 'preact-iso';
import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { namer, ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { digitsOf } from '../../../lib/person_numbers';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary, focusField } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { attach, lookUp, type LookupAnswer } from '../api';
import { refusal } from '../components/forgotten';
import '../components/Card.css';

function Attach({ found, onDone }: { found: LookupAnswer; onDone(person: string): void }) {
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useState('');
  const [reason, setReason] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const organisation = chosen || (own[0]?.id ?? '');
  const errors = fieldErrors(problem);

  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (reason.trim().length < 10) return setProblem(refusal([{ pointer: '/reason', detail: t('person.reason_hint') }]));
    setBusy(true);
    try {
      const card = await attach(found.lookup, organisation, reason.trim(), key.current);
      onDone(card.person.id);
    } catch (error) {
      key.current = newKey();
      const failure = asProblem(error);
      // A found person may be attached for half an hour; after that the search is made again.
      setProblem(failure.status === 404 ? { ...failure, code: 'people.lookup_over' } : failure);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary problem={problem} />
      {own.length > 1 && (
        <Select name="organisation" label={t('people.attach_to')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
      )}
      <TextInput name="reason" label={t('people.attach_reason')} hint={t('person.reason_hint')} required rows={2} maxLength={500} value={reason} error={errors.reason} onChange={setReason} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.attach')}</Button>
      </div>
    </form>
  );
}

function Found({ found, onDone }: { found: LookupAnswer; onDone(person: string): void }) {
  const organisations = useOrganisations();
  const place = namer(organisations.data, (each) => each.title)(found.organisation);
  return (
    <section class="card" aria-label={found.initials}>
      <h2>{found.initials}</h2>
      <dl class="facts-list">
        <dt>{t('people.birth_year')}</dt>
        <dd>{String(found.birth_year)}</dd>
        <dt>{t('people.served_by')}</dt>
        <dd>{place || t('people.served_by_none')}</dd>
      </dl>
      {found.person ? <p><a href={`/recipients/${found.person}`}>{t('people.open_card')}</a></p> : <Attach found={found} onDone={onDone} />}
    </section>
  );
}

export default function LookupPage() {
  const client = useQueryClient();
  const { route } = useLocation();
  const [way, setWay] = useState<'number' | 'name'>('number');
  const [number, setNumber] = useState('');
  const [family, setFamily] = useState('');
  const [given, setGiven] = useState('');
  const [patronymic, setPatronymic] = useState('');
  const [birth, setBirth] = useState<string | null>(null);
  const [found, setFound] = useState<LookupAnswer[] | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const errors = fieldErrors(problem);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => focusField('number'), []);

  const search = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const unread = unfinished(form.current);
    if (unread.length > 0) return setProblem(refusal(unread));
    const forgotten = way === 'number'
      ? number.trim() ? [] : ['number' as const]
      : [...(family.trim() ? [] : ['family_name' as const]), ...(given.trim() ? [] : ['given_name' as const]), ...(birth ? [] : ['birth' as const])];
    if (forgotten.length > 0) return setProblem(refusal(forgotten.map((name) => ({ pointer: `/${name}`, detail: t('people.missing', { field: t(`person.${name}`) }) }))));
    setBusy(true);
    setFound(null);
    setProblem(null);
    try {
      const ask = way === 'number'
        ? { number: digitsOf(number) ?? number.trim() }
        : { family_name: family.trim(), given_name: given.trim(), patronymic: patronymic.trim() || undefined, birth: birth ?? undefined };
      setFound((await lookUp(ask)).items);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  const done = (person: string) => {
    notify(t('people.attached'));
    void client.invalidateQueries({ queryKey: ['persons'] });
    route(`/recipients/${person}`);
  };

  return (
    <Page title={t('people.look_up')} crumbs={[{ href: '/recipients', label: t('people.title') }]} lead={t('people.look_up_lead')}>
      <form ref={form} class="card stack" noValidate onSubmit={(event) => void search(event)}>
        <ErrorSummary problem={problem} />
        <RadioGroup
          name="way"
          label={t('people.way')}
          required
          layout="row"
          value={way}
          choices={[{ value: 'number', label: t('people.way.number') }, { value: 'name', label: t('people.way.name') }]}
          onChange={(next) => {
            setWay(next === 'name' ? 'name' : 'number');
            setProblem(null);
            setFound(null);
            setTimeout(() => focusField(next === 'name' ? 'family_name' : 'number'));
          }}
        />
        {way === 'number' ? (
          <TextInput name="number" label={t('person.number')} hint={t('people.number_whole')} required size="short" inputMode="numeric" value={number} error={errors.number} onChange={setNumber} />
        ) : (
          <div class="filters">
            <TextInput name="family_name" label={t('person.family_name')} required value={family} error={errors.family_name} onChange={setFamily} />
            <TextInput name="given_name" label={t('person.given_name')} required value={given} error={errors.given_name} onChange={setGiven} />
            <TextInput name="patronymic" label={t('person.patronymic')} value={patronymic} error={errors.patronymic} onChange={setPatronymic} />
            <DateField name="birth" label={t('person.birth')} hint={t('person.birth_hint')} required calendar="none" value={birth} error={errors.birth} onChange={setBirth} />
          </div>
        )}
        <div class="page-actions">
          <Button kind="primary" type="submit" busy={busy}>{t('people.find')}</Button>
        </div>
      </form>
      <div class="lookup-found" aria-live="polite">
        {found?.length === 0 && (
          <EmptyState title={t('people.nobody')} detail={t('people.nobody_detail')} action={<a class="button primary" href="/recipients/new">{t('people.register')}</a>} />
        )}
        {found?.map((each) => <Found key={each.lookup} found={each} onDone={done} />)}
      </div>
    </Page>
  );
}
