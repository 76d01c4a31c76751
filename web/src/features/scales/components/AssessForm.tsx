import { useQuery } from '@tanstack/preact-query';
import { useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { formatDay, today } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { CheckGroup } from '../../../ui/CheckGroup';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { scoreWords } from '../../../ui/form/Scores';
import { TextInput } from '../../../ui/TextInput';
import { getFile, type Assessment, type FilledScale } from '../api';
import { Circumstances } from './Circumstances';

export interface Said {
  assessed_on: string;
  scales: string[];
  conclusion: string;
  reason: string;
}

export interface AssessFormProps {
  person: string;
  offered: readonly FilledScale[];
  /** What is corrected, with a reason. */
  before: Assessment | null;
  onSave(said: Said, key: string): Promise<Assessment>;
  onSaved(assessment: Assessment): void;
}

/** What a scale came to, beside its name. */
function hintOf(filled: FilledScale): string {
  return [formatDay(filled.filled_on), ...(filled.scores ?? []).map(scoreWords)].join(', ');
}

export function AssessForm({ person, offered, before, onSave, onSaved }: AssessFormProps) {
  const [said, setSaid, dropSaid] = useDraft<Said>(`assessment ${person} ${before?.id ?? ''}`, () => ({
    assessed_on: before?.assessed_on ?? today(),
    scales: (before?.scales ?? offered).filter(({ corrected }) => !corrected).map(({ id }) => id),
    conclusion: before?.conclusion ?? '',
    reason: '',
  }));
  const [day, setDay] = useState<string | null>(said.assessed_on);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const file = useQuery({ queryKey: ['persons', 'file', person], queryFn: () => getFile(person) });
  const errors = fieldErrors(problem);
  const change = (part: Partial<Said>) => setSaid((known) => ({ ...known, ...part }));
  // A scale of a later day is no ground for a conclusion of an earlier one.
  const scales = offered.filter(({ filled_on }) => !day || filled_on <= day);
  const codes = (file.data?.file.circumstances ?? []).filter(({ since, until }) => day && since <= day && (!until || until >= day)).map(({ code }) => code);
  const save = async (event: Event) => {
    event.preventDefault();
    if (busy || !day) return;
    setBusy(true);
    setProblem(null);
    try {
      const made = await onSave({ ...said, assessed_on: day, scales: said.scales.filter((id) => scales.some((each) => each.id === id)) }, key.current);
      dropSaid();
      onSaved(made);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      key.current = newKey();
      setBusy(false);
    }
  };
  return (
    <form class="card stack" noValidate aria-label={t('scales.assess')} onSubmit={(event) => void save(event)}>
      <ErrorSummary problem={problem} />
      <DateField name="assessed_on" label={t('scales.assessed_on')} required max={today()} value={day} error={errors.assessed_on} onChange={setDay} />
      <Circumstances codes={codes} />
      {scales.length === 0 ? (
        <p class="muted">{t('scales.rests_on_none')}</p>
      ) : (
        <CheckGroup name="scales" label={t('scales.rests_on')} values={said.scales} error={errors.scales} choices={scales.map((each) => ({ value: each.id, label: titleOf(each.titles), hint: hintOf(each) }))} onChange={(chosen) => change({ scales: chosen })} />
      )}
      <TextInput name="conclusion" label={t('scales.conclusion')} required rows={6} maxLength={4000} value={said.conclusion} error={errors.conclusion} onChange={(conclusion) => change({ conclusion })} />
      {before && <TextInput name="reason" label={t('scales.reason')} required maxLength={500} value={said.reason} error={errors.reason} onChange={(reason) => change({ reason })} />}
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('scales.save')}</Button>
      </div>
    </form>
  );
}
