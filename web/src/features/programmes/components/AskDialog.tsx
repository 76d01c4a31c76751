import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select, type Choice } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';

export interface Answered {
  day: Day;
  choice: string;
  note: string;
}

/** One question of a step: a day, a choice where there is one, and words. */
export interface Ask {
  title: string;
  lead?: string;
  /** Names of the fields in the request, so that errors find their place. */
  day: { name: string; label: string };
  choice?: { name: string; label: string; choices: readonly Choice[] };
  note: { name: string; label: string; required: boolean; hint?: string } | null;
  done: string;
  run(key: string, answered: Answered): Promise<unknown>;
}

function Form({ ask, onDone }: { ask: Ask; onDone(): void }) {
  const [day, setDay] = useState<Day | null>(regionDay());
  const [choice, setChoice] = useState(ask.choice?.choices.length === 1 ? (ask.choice.choices[0]?.value ?? '') : '');
  const [note, setNote] = useState('');
  const sending = useSend((key: string, answered: Answered) => ask.run(key, answered));
  const errors = fieldErrors(sending.problem);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!day || unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    if (await sending.send({ day, choice, note: note.trim() })) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={sending.problem} />
      {ask.lead && <p class="muted">{ask.lead}</p>}
      {ask.choice && <Select name={ask.choice.name} label={ask.choice.label} required empty={t('programmes.choose')} value={choice} choices={ask.choice.choices} error={errors[ask.choice.name]} onChange={setChoice} />}
      <DateField name={ask.day.name} label={ask.day.label} required max={regionDay()} value={day} error={errors[ask.day.name]} onChange={setDay} />
      {ask.note && <TextInput name={ask.note.name} label={ask.note.label} hint={ask.note.hint} required={ask.note.required} rows={4} maxLength={2000} value={note} error={errors[ask.note.name]} onChange={setNote} />}
      <div class="form-actions"><Button kind="primary" type="submit" busy={sending.busy}>{ask.done}</Button></div>
    </form>
  );
}

export function AskDialog({ ask, onClose, onDone }: { ask: Ask | null; onClose(): void; onDone(): void }) {
  return (
    <Dialog title={ask?.title ?? ''} open={ask !== null} onClose={onClose}>
      {ask && <Form key={ask.title} ask={ask} onDone={onDone} />}
    </Dialog>
  );
}
