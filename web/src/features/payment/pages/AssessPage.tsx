import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { ageOn } from '../../../lib/dates';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { areas, careForms, getAssessments, getPerson, groups, recordAssessment, type Assessment, type Input, type NewAssessment } from '../api';
import { Family } from '../components/Family';
import { Live } from '../components/Live';
import '../components/Payment.css';
import { Services } from '../components/Services';
import { emptyMember, emptyService, formAfter, inputOf, knownIncomes, type AssessForm } from '../model/form';
import { nameOf, type Card } from '../model/person';

function begin(card: Card, last: Assessment | undefined): AssessForm {
  const day = regionDay();
  if (last) {
    const next = formAfter(last, day);
    return { ...next, members: next.members.map((each, at) => ({ ...each, incomes: knownIncomes(last, at, day) })) };
  }
  // Whether somebody grown counts as a pensioner or as able to work follows from papers, not from the age alone.
  const group = ageOn(card.person.birth, day) < 18 ? 'child' : '';
  return { care_form: 'home', area: '', group, applied_on: day, effective_on: day, members: [emptyMember(nameOf(card.person))], services: [emptyService()], reason: '' };
}

function Grounds({ form, errors, change }: { form: AssessForm; errors: Record<string, string>; change(next: Partial<AssessForm>): void }) {
  return (
    <section class="card stack" aria-label={t('payment.grounds')}>
      <h2>{t('payment.grounds')}</h2>
      <RadioGroup name="input/care_form" label={t('payment.care_form')} required layout="row" value={form.care_form} choices={careForms.map((each) => ({ value: each, label: t(`payment.care_form.${each}`) }))} onChange={(next) => change({ care_form: next as Input['care_form'] })} />
      <div class="pay-fields">
        <Select name="input/area" label={t('payment.area')} required empty={t('payment.choose')} value={form.area} error={errors['input/area']} choices={areas.map((each) => ({ value: each, label: t(`payment.area.${each}`) }))} onChange={(next) => change({ area: next as AssessForm['area'] })} />
        <Select name="input/group" label={t('payment.group')} required empty={t('payment.choose')} value={form.group} error={errors['input/group']} choices={groups.map((each) => ({ value: each, label: t(`payment.group.${each}`) }))} onChange={(next) => change({ group: next as AssessForm['group'] })} />
        <DateField name="input/applied_on" label={t('payment.applied_on')} required hint={t('payment.applied_hint')} max={regionDay()} value={form.applied_on} error={errors['input/applied_on']} onChange={(applied_on) => change({ applied_on })} />
        <DateField name="input/effective_on" label={t('payment.effective_on')} required hint={t('payment.effective_hint')} value={form.effective_on} error={errors['input/effective_on']} onChange={(effective_on) => change({ effective_on })} />
      </div>
    </section>
  );
}

function Form({ person, card, last, onStale }: { person: string; card: Card; last: Assessment | undefined; onStale(): void }) {
  const client = useQueryClient();
  const { route } = useLocation();
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []).map((each) => each.id);
  const serves = card.attachments.find((each) => !each.until && own.includes(each.organisation))?.organisation ?? own[0];
  const [form, setForm, drop] = useDraft(`payment ${person}`, () => begin(card, last));
  const [tried, setTried] = useState(false);
  const sending = useSend(async (key, body: NewAssessment) => {
    await recordAssessment(person, body, key).catch((error: unknown) => {
      if (asProblem(error).code === 'payment.assessed_meanwhile') onStale();
      throw error;
    });
    await client.invalidateQueries({ queryKey: ['payment'] });
  });
  const errors = fieldErrors(sending.problem);
  const { input, lacks } = inputOf(form);
  const change = (next: Partial<AssessForm>) => setForm((before) => ({ ...before, ...next }));
  const save = async (element: ParentNode | null) => {
    setTried(true);
    if (!input || !serves || unfinished(element).length > 0) return document.getElementById('payment-lacks')?.focus();
    const body: NewAssessment = { organisation: serves, input, ...(last ? { previous: last.id, ...(form.reason.trim() ? { reason: form.reason.trim() } : {}) } : {}) };
    if (!(await sending.send(body))) return;
    drop();
    notify(t('payment.recorded_done'));
    route(`/recipients/${person}/payment`, true);
  };
  useShortcut('Control+Enter', 'payment.keys.record', () => void save(document.querySelector('#assess')));
  return (
    <form class="stack" id="assess" noValidate onSubmit={(event) => { event.preventDefault(); void save(event.currentTarget); }}>
      <ErrorSummary problem={sending.problem} />
      <div class="pay-columns">
        <div class="stack">
          <Grounds form={form} errors={errors} change={change} />
          <Services day={form.effective_on ?? regionDay()} services={form.services} errors={errors} onChange={(services) => change({ services })} />
          <Family applied={form.applied_on ?? regionDay()} members={form.members} errors={errors} onChange={(members) => change({ members })} />
          {last && (
            <section class="card" aria-label={t('payment.reason')}>
              <TextInput name="reason" label={t('payment.reason')} hint={t('payment.reason_hint')} required maxLength={500} value={form.reason} error={errors.reason} onChange={(reason) => change({ reason })} />
            </section>
          )}
        </div>
        <Live person={person} input={input} lacks={lacks} />
      </div>
      {tried && lacks && <p id="payment-lacks" tabIndex={-1} role="alert">{t('payment.cannot_record')}</p>}
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={sending.busy}>{t('payment.record')}</Button>
        <a class="button" href={`/recipients/${person}/payment`} onClick={drop}>{t('payment.cancel')}</a>
      </div>
    </form>
  );
}

export default function AssessPage() {
  const { params } = useRoute();
  const id = params.person ?? '';
  const card = useQuery({ queryKey: ['persons', 'card', id], queryFn: () => getPerson(id) });
  const past = useQuery({ queryKey: ['payment', id, 'last'], queryFn: () => getAssessments(id, ''), staleTime: 0 });
  const last = past.data?.items[0];
  return (
    <Page
      title={last ? t('payment.recalculate') : t('payment.calculate')}
      lead={t('payment.assess_lead')}
      crumbs={[{ href: '/recipients', label: t('payment.recipients') }, ...(card.data ? [{ href: `/recipients/${id}`, label: nameOf(card.data.person) }] : []), { href: `/recipients/${id}/payment`, label: t('payment.title') }]}
    >
      <Loaded query={card}>{(found) => <Loaded query={past}>{() => <Form person={id} card={found} last={last} onStale={() => void past.refetch()} />}</Loaded>}</Loaded>
    </Page>
  );
}
