import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { addDays, formatDay, type Day } from '../../../lib/dates';
import { namer, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can, regionDay } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { approve, endComments, finishPilot, planPilot, send as sendVersion, type Version } from '../api';
import { partTitle } from '../model/parts';
import { OrderForm } from './OrderForm';

interface ActProps {
  version: Version;
  onDone(): void;
}

/** Two weeks unless the author says otherwise: long enough for a meeting of the centre. */
function SendForm({ version, onDone }: ActProps) {
  const [until, setUntil] = useState<Day | null>(addDays(regionDay(), 14));
  const { busy, problem, send } = useSend((key, last: Day) => sendVersion(version, last, key));
  const submit = async (event: Event) => {
    event.preventDefault();
    if (until && (await send(until))) onDone();
  };
  if (version.missing.length > 0) return <p>{t('standards.lacks', { parts: version.missing.map(partTitle).join(', ') })}</p>;
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('standards.send_title')}</h2>
      <ErrorSummary problem={problem} />
      <DateField name="until" label={t('standards.until')} required value={until} error={fieldErrors(problem).until} onChange={setUntil} />
      <div><Button kind="primary" type="submit" busy={busy}>{t('standards.send')}</Button></div>
    </form>
  );
}

function EndForm({ version, onDone }: ActProps) {
  const [reason, setReason] = useState('');
  const { busy, problem, send } = useSend((key, why: string) => endComments(version.id, why, key));
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await send(reason.trim())) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('standards.end_title')}</h2>
      <ErrorSummary problem={problem} />
      <TextInput name="reason" label={t('standards.reason')} required maxLength={1000} value={reason} error={fieldErrors(problem).reason} onChange={setReason} />
      <div><Button type="submit" busy={busy}>{t('standards.end')}</Button></div>
    </form>
  );
}

function PilotForm({ version, onDone }: ActProps) {
  const all = useOrganisations().data ?? [];
  const choices = all.filter(({ kind, closed_on }) => kind === 'centre' && !closed_on).map(({ id, short_title }) => ({ value: id, label: short_title }));
  const [centres, setCentres] = useState(['', '', '']);
  const [criteria, setCriteria] = useState('');
  const [day, setDay] = useState<Day | null>(addDays(regionDay(), 1));
  const { busy, problem, send } = useSend((key, body: Parameters<typeof planPilot>[1]) => planPilot(version.id, body, key));
  const errors = fieldErrors(problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (day && (await send({ centres: centres.filter(Boolean), criteria: criteria.trim(), starts_on: day }))) onDone();
  };
  return (
    <details>
      <summary>{t('standards.pilot_plan')}</summary>
      <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={problem} />
        <div class="standard-fields">
          {centres.map((value, index) => (
            <Select key={index} name={`centres/${index}`} label={t('standards.pilot_centre', { number: index + 1 })} required={index < 2} empty={t('standards.choose')} value={value} choices={choices}
              error={index === 0 ? errors.centres : undefined} onChange={(next) => setCentres(centres.map((each, at) => (at === index ? next : each)))} />
          ))}
        </div>
        <TextInput name="criteria" label={t('standards.pilot_criteria')} hint={t('standards.pilot_criteria_hint')} required rows={3} maxLength={20000} value={criteria} error={errors.criteria} onChange={setCriteria} />
        <DateField name="starts_on" label={t('standards.pilot_starts')} required value={day} error={errors.starts_on} onChange={setDay} />
        <div><Button type="submit" busy={busy}>{t('standards.pilot_do')}</Button></div>
      </form>
    </details>
  );
}

function ResultForm({ version, onDone }: ActProps) {
  const [outcome, setOutcome] = useState<'confirmed' | 'not_confirmed'>('confirmed');
  const [text, setText] = useState('');
  const { busy, problem, send } = useSend((key, how: typeof outcome, words: string) => finishPilot(version.id, { outcome: how, text: words }, key));
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await send(outcome, text.trim())) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <RadioGroup name="outcome" label={t('standards.pilot_outcome')} layout="row" value={outcome} onChange={(value) => setOutcome(value === 'confirmed' ? 'confirmed' : 'not_confirmed')}
        choices={[{ value: 'confirmed', label: t('standards.pilot.confirmed') }, { value: 'not_confirmed', label: t('standards.pilot.not_confirmed') }]} />
      <TextInput name="text" label={t('standards.pilot_found')} required rows={3} maxLength={20000} value={text} error={fieldErrors(problem).text} onChange={setText} />
      <div><Button type="submit" busy={busy}>{t('standards.pilot_finish')}</Button></div>
    </form>
  );
}

/** The protocol of the pilot: who, by which criteria, since when, and what came of it. */
export function PilotCard({ version, onDone }: ActProps) {
  const name = namer(useOrganisations().data, (each) => each.short_title);
  const { pilot } = version;
  const writes = can('standards.write');
  if (!pilot) return writes && version.state.stage === 'draft' ? <section class="card"><PilotForm version={version} onDone={onDone} /></section> : null;
  const open = !pilot.result && writes && pilot.starts_on <= regionDay();
  return (
    <section class="card stack">
      <h2>{t('standards.pilot_title')}</h2>
      <p>{t('standards.pilot_line', { centres: pilot.centres.map(name).join(', '), day: formatDay(pilot.starts_on) })}</p>
      <p class="standard-words">{pilot.criteria}</p>
      {pilot.result && <p class="standard-words"><strong>{t(`standards.pilot.${pilot.result.outcome}`)}.</strong> {pilot.result.text}</p>}
      {open && <ResultForm version={version} onDone={onDone} />}
    </section>
  );
}

/** What the author can do with a version where it stands. */
export function Acts({ version }: { version: Version }) {
  const client = useQueryClient();
  const done = () => void client.invalidateQueries({ queryKey: ['standards'] });
  const { stage, unanswered } = version.state;
  const writes = can('standards.write');
  return (
    <div class="stack no-print">
      <PilotCard version={version} onDone={done} />
      {writes && stage === 'draft' && <section class="card stack"><SendForm version={version} onDone={done} /></section>}
      {writes && stage === 'comments' && <section class="card stack"><EndForm version={version} onDone={done} /></section>}
      {writes && stage === 'settling' && (
        <section class="card stack">
          <h2>{t('standards.approve_title')}</h2>
          {unanswered > 0 ? <p>{t('standards.answer_first', { count: unanswered })}</p>
            : <OrderForm action={t('standards.approve')} kind="primary" from={t('standards.in_force_from')} onSend={(order, from, key) => approve(version, order, from, key)} onDone={done} />}
        </section>
      )}
    </div>
  );
}
