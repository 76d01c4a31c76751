import { useQuery } from '@tanstack/preact-query';
import { fieldErrors, type Problem } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Check, CheckGroup } from '../../../ui/CheckGroup';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { channels, forms, getCircumstances, getRepresentatives, type Wish } from '../api';
import './Programmes.css';

export interface ApplicationDraft {
  received_on: Day | null;
  channel: Wish['channel'];
  form: Wish['form'];
  circumstances: string[];
  services: string[];
  other: boolean;
  name: string;
  right: string;
  phone: string;
  note: string;
}

export const emptyApplication = (): ApplicationDraft => ({ received_on: regionDay(), channel: 'in_person', form: 'home', circumstances: [], services: [], other: false, name: '', right: '', phone: '', note: '' });

export const draftOf = (received_on: Day, { channel, form, circumstances, services, applicant, note }: Wish): ApplicationDraft => ({
  received_on, channel, form, circumstances: [...circumstances], services: [...services], other: applicant !== undefined, name: applicant?.name ?? '', right: applicant?.right ?? '',
  phone: applicant?.phone ?? '', note: note ?? '',
});

export const wishOf = (draft: ApplicationDraft): Wish => ({
  channel: draft.channel, form: draft.form, circumstances: draft.circumstances, services: draft.services,
  ...(draft.other ? { applicant: { name: draft.name.trim(), right: draft.right.trim(), ...(draft.phone.trim() ? { phone: draft.phone.trim() } : {}) } } : {}),
  ...(draft.note.trim() ? { note: draft.note.trim() } : {}),
});

interface PartProps {
  draft: ApplicationDraft;
  errors: Record<string, string>;
  change(next: Partial<ApplicationDraft>): void;
}

/** For whom somebody else speaks: those whom the personal file names are offered. */
function WhoApplies({ person, draft, errors, change }: PartProps & { person: string }) {
  const known = useQuery({ queryKey: ['persons', 'representatives', person], queryFn: () => getRepresentatives(person), enabled: draft.other });
  return (
    <>
      <Check label={t('programmes.other_applies')} checked={draft.other} onChange={(other) => change({ other })} />
      {draft.other && (
        <div class="stack">
          {(known.data?.length ?? 0) > 0 && (
            <div class="form-actions">
              {known.data?.map((each) => <Button key={each.name + each.since} onClick={() => change({ name: each.name, right: each.document, phone: each.phone ?? '' })}>{each.name}</Button>)}
            </div>
          )}
          <div class="prog-fields">
            <TextInput name="wish/applicant/name" label={t('programmes.applicant')} required maxLength={300} value={draft.name} error={errors['wish/applicant/name']} onChange={(name) => change({ name })} />
            <TextInput name="wish/applicant/right" label={t('programmes.applicant_right')} hint={t('programmes.applicant_right_hint')} required maxLength={500} value={draft.right} error={errors['wish/applicant/right']} onChange={(right) => change({ right })} />
            <TextInput name="wish/applicant/phone" label={t('programmes.phone')} type="tel" maxLength={40} value={draft.phone} error={errors['wish/applicant/phone']} onChange={(phone) => change({ phone })} />
          </div>
        </div>
      )}
    </>
  );
}

function Wanted({ draft, errors, change }: PartProps) {
  const services = useServices();
  const title = (id: string) => titleOf(services.data?.find((each) => each.id === id)?.titles);
  const urgent = draft.form === 'urgent';
  const offered = (services.data ?? []).filter(({ id, kind }) => (kind === 'urgent') === urgent && !draft.services.includes(id)).map(({ id, titles }) => ({ value: id, label: titleOf(titles) })).sort((a, b) => a.label.localeCompare(b.label));
  const error = Object.entries(errors).find(([name]) => name.startsWith('wish/services'))?.[1];
  return (
    <section class="card stack" aria-label={t('programmes.wanted')}>
      <h2>{t('programmes.wanted')}</h2>
      {draft.services.length > 0 && (
        <ul class="stack">
          {draft.services.map((id) => (
            <li key={id} class="page-head">
              <span>{title(id)}</span>
              <Button kind="quiet" icon="close" name={t('programmes.remove', { what: title(id) })} onClick={() => change({ services: draft.services.filter((each) => each !== id) })} />
            </li>
          ))}
        </ul>
      )}
      <Select name="wish/services" label={t('programmes.add_wanted')} empty={t('programmes.choose')} value="" choices={offered} error={error} onChange={(id) => id && change({ services: [...draft.services, id] })} />
    </section>
  );
}

interface FormProps extends Omit<PartProps, 'errors'> {
  person: string;
  problem: Problem | null;
  busy: boolean;
  done: string;
  onSave(): void;
}

export function ApplicationForm({ person, draft, problem, busy, done, change, onSave }: FormProps) {
  const lists = useQuery({ queryKey: ['person lists'], queryFn: getCircumstances, staleTime: 300_000 });
  const errors = fieldErrors(problem);
  const part = { draft, errors, change };
  return (
    <form class="stack" noValidate aria-label={t('programmes.application')} onSubmit={(event) => {
      event.preventDefault();
      if (draft.received_on && unfinished(event.currentTarget as HTMLFormElement).length === 0) onSave();
    }}>
      <ErrorSummary problem={problem} />
      <section class="card stack" aria-label={t('programmes.application')}>
        <RadioGroup name="wish/form" label={t('programmes.form')} required layout="row" value={draft.form} choices={forms.map((each) => ({ value: each, label: t(`programmes.form.${each}`) }))} onChange={(form) => change({ form: form as Wish['form'], services: [] })} />
        <div class="prog-fields">
          <DateField name="received_on" label={t('programmes.received_on')} required max={regionDay()} value={draft.received_on} error={errors.received_on} onChange={(received_on) => change({ received_on })} />
          <Select name="wish/channel" label={t('programmes.channel')} required value={draft.channel} choices={channels.map((each) => ({ value: each, label: t(`programmes.channel.${each}`) }))} onChange={(channel) => change({ channel: channel as Wish['channel'] })} />
        </div>
        <WhoApplies person={person} {...part} />
        <CheckGroup name="wish/circumstances" label={t('programmes.circumstances')} values={draft.circumstances} choices={(lists.data ?? []).map(({ code, titles }) => ({ value: code, label: titleOf(titles) }))} onChange={(circumstances) => change({ circumstances })} />
        <TextInput name="wish/note" label={t('programmes.in_words')} rows={3} maxLength={2000} value={draft.note} error={errors['wish/note']} onChange={(note) => change({ note })} />
      </section>
      <Wanted {...part} />
      <div class="page-actions"><Button kind="primary" type="submit" busy={busy}>{done}</Button></div>
    </form>
  );
}
