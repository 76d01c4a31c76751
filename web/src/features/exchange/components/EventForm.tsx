import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import type { Event, EventDraft } from '../model/types';
import { kinds, kindWord } from '../model/words';

export interface EventFormProps {
  event?: Event;
  host?: string;
  action: string;
  onSave(draft: EventDraft, key: string): Promise<unknown>;
}

export function EventForm({ event, host: proposed, action, onSave }: EventFormProps) {
  const all = useOrganisations().data ?? [];
  const [kind, setKind] = useState<string>(event?.kind ?? 'study_trip');
  const [topic, setTopic] = useState(event?.topic ?? '');
  const [summary, setSummary] = useState(event?.summary ?? '');
  const [first, setFirst] = useState<Day | null>(event?.starts_on ?? null);
  const [last, setLast] = useState<Day | null>(event?.ends_on ?? null);
  const [from, setFrom] = useState(event?.starts_time ?? '10:00');
  const [to, setTo] = useState(event?.ends_time ?? '16:00');
  const [chosen, setHost] = useState(event?.host ?? proposed ?? '');
  const [place, setPlace] = useState(event?.place ?? '');
  const [capacity, setCapacity] = useState(String(event?.capacity ?? 20));
  const [missing, setMissing] = useState<Record<string, string>>({});
  const { busy, problem, send } = useSend((key, draft: EventDraft) => onSave(draft, key));
  const errors = { ...fieldErrors(problem), ...missing };
  const host = chosen || ownOrganisations(all)[0]?.id || '';
  const known = kinds.find((each) => each === kind) ?? 'study_trip';

  const submit = (submitted: SubmitEvent) => {
    submitted.preventDefault();
    setMissing(first ? {} : { starts_on: t('exchange.form.no_day') });
    if (!first) return;
    void send({
      kind: known, topic: topic.trim(), summary: summary.trim(), starts_on: first, starts_time: from.trim(), ends_on: last ?? first, ends_time: to.trim(),
      host, place: place.trim(), capacity: Number(capacity) || 0,
    });
  };
  return (
    <form class="stack" noValidate onSubmit={submit}>
      <ErrorSummary problem={problem} />
      <Select name="kind" label={t('exchange.form.kind')} required value={known} choices={kinds.map((each) => ({ value: each, label: kindWord(each) }))} onChange={setKind} />
      <TextInput name="topic" label={t('exchange.form.topic')} required maxLength={300} value={topic} error={errors.topic} onChange={setTopic} />
      <TextInput name="summary" label={t('exchange.form.summary')} rows={3} maxLength={4000} value={summary} error={errors.summary} onChange={setSummary} />
      <Select
        name="host"
        label={t('exchange.form.host')}
        hint={t('exchange.form.host_hint')}
        required
        value={host}
        error={errors.host}
        empty={t('exchange.choose')}
        choices={all.filter((each) => !each.closed_on || each.id === host).map((each) => ({ value: each.id, label: each.short_title }))}
        onChange={setHost}
      />
      <div class="exchange-row">
        <DateField name="starts_on" label={t('exchange.form.starts_on')} required value={first} error={errors.starts_on} onChange={setFirst} />
        <TextInput name="starts_time" label={t('exchange.form.starts_time')} required size="short" maxLength={5} value={from} error={errors.starts_time} onChange={setFrom} />
        <DateField name="ends_on" label={t('exchange.form.ends_on')} hint={t('exchange.form.ends_on_hint')} value={last} error={errors.ends_on} onChange={setLast} />
        <TextInput name="ends_time" label={t('exchange.form.ends_time')} required size="short" maxLength={5} value={to} error={errors.ends_time} onChange={setTo} />
      </div>
      <TextInput name="place" label={t('exchange.form.place')} hint={t('exchange.form.place_hint')} required maxLength={300} value={place} error={errors.place} onChange={setPlace} />
      <TextInput name="capacity" label={t('exchange.form.capacity')} required size="short" inputMode="numeric" maxLength={5} value={capacity} error={errors.capacity} onChange={setCapacity} />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
