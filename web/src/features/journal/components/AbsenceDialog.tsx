import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { endAbsence, getAbsences, postAbsence, withdrawAbsence, type Absence } from '../api';

export interface AbsenceDialogProps {
  organisation: string;
  person: { id: string; name: string } | null;
  day: Day;
  onClose(): void;
}

function words(absence: Absence): string {
  const until = absence.until ? formatDay(absence.until) : t('journal.absence_lasts');
  return [t(`journal.flag.${absence.kind}`), `${formatDay(absence.from)} – ${until}`, absence.note].filter(Boolean).join(', ');
}

function Entered({ absence, day, onChanged }: { absence: Absence; day: Day; onChanged(): void }) {
  const [reason, setReason] = useState<string | null>(null);
  const end = useSend(async (key) => {
    await endAbsence(absence.id, day, key);
    onChanged();
  });
  const withdraw = useSend(async (key, why: string) => {
    await withdrawAbsence(absence.id, why, key);
    onChanged();
  });
  if (absence.withdrawn) return <li class="muted">{words(absence)}. {t('journal.absence_withdrawn', { reason: absence.withdrawn })}</li>;
  const open = !absence.until || absence.until > day;
  return (
    <li class="stack">
      <div class="sheet-bar">
        <span>{words(absence)}</span>
        {open && absence.from <= day && <Button busy={end.busy} onClick={() => void end.send()}>{t('journal.absence_end', { day: formatDay(day) })}</Button>}
        {reason === null && <Button kind="quiet" onClick={() => setReason('')}>{t('journal.absence_withdraw')}</Button>}
      </div>
      <ErrorSummary problem={end.problem ?? withdraw.problem} />
      {reason !== null && (
        <form class="sheet-bar" noValidate onSubmit={(event) => { event.preventDefault(); void withdraw.send(reason.trim()); }}>
          <TextInput name={`withdraw/${absence.id}`} label={t('journal.absence_withdraw_reason')} required value={reason} maxLength={500} onChange={setReason} />
          <Button type="submit" busy={withdraw.busy}>{t('journal.absence_withdraw')}</Button>
        </form>
      )}
    </li>
  );
}

/** When a person is in hospital or away: entered where it is noticed, from the day of the active cell on. */
export function AbsenceDialog({ organisation, person, day, onClose }: AbsenceDialogProps) {
  const client = useQueryClient();
  const [kind, setKind] = useState<Absence['kind']>('hospital');
  const [from, setFrom] = useState<Day | null>(day);
  const [until, setUntil] = useState<Day | null>(null);
  const [note, setNote] = useState('');
  const known = useQuery({ queryKey: ['journal', 'absences', person?.id ?? ''], queryFn: () => getAbsences(person!.id), enabled: person !== null });
  const changed = () => {
    for (const each of ['absences', 'month', 'day']) void client.invalidateQueries({ queryKey: ['journal', each] });
  };
  const { busy, problem, send } = useSend(async (key) => {
    await postAbsence(person!.id, { organisation, absence: { kind, from: from ?? day, ...(until ? { until } : {}), ...(note.trim() ? { note: note.trim() } : {}) } }, key);
    notify(t('journal.absence_entered'));
    changed();
    onClose();
  });
  const errors = fieldErrors(problem);
  return (
    <Dialog title={t('journal.absence_of', { name: person?.name ?? '' })} open={person !== null} onClose={onClose}>
      <div class="stack">
        <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(); }}>
          <ErrorSummary problem={problem} />
          <Select
            name="absence/kind" label={t('journal.absence_kind')} required value={kind} onChange={(value) => setKind(value as Absence['kind'])}
            choices={[{ value: 'hospital', label: t('journal.flag.hospital') }, { value: 'away', label: t('journal.flag.away') }]}
          />
          <DateField name="absence/from" label={t('journal.absence_from')} required value={from} error={errors['absence/from']} onChange={setFrom} />
          <DateField name="absence/until" label={t('journal.absence_until')} hint={t('journal.absence_until_hint')} value={until} error={errors['absence/until']} onChange={setUntil} />
          <TextInput name="absence/note" label={t('journal.absence_note')} maxLength={300} value={note} onChange={setNote} />
          <div class="page-actions">
            <Button kind="primary" type="submit" busy={busy}>{t('journal.absence_enter')}</Button>
            <Button onClick={onClose}>{t('journal.cancel')}</Button>
          </div>
        </form>
        <Loaded query={known}>
          {(all) => all.length > 0 && (
            <section class="stack" aria-label={t('journal.absences')}>
              <h3>{t('journal.absences')}</h3>
              <ul class="stack">{all.map((each) => <Entered key={each.id} absence={each} day={day} onChanged={changed} />)}</ul>
            </section>
          )}
        </Loaded>
      </div>
    </Dialog>
  );
}
