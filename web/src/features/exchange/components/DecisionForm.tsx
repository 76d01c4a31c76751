import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import type { DecisionDraft } from '../model/types';
import { usePractices } from '../model/use_event';

export function DecisionForm({ onSave, onDone }: { onSave(draft: DecisionDraft, key: string): Promise<unknown>; onDone(): void }) {
  const organisations = (useOrganisations().data ?? []).filter((each) => !each.closed_on).map((each) => ({ value: each.id, label: each.short_title }));
  const practices = (usePractices().data ?? []).map((each) => ({ value: each.id, label: titleOf(each.title) }));
  const [text, setText] = useState('');
  const [owner, setOwner] = useState('');
  const [due, setDue] = useState<Day | null>(null);
  const [practice, setPractice] = useState('');
  const [centre, setCentre] = useState('');
  const [missing, setMissing] = useState<Record<string, string>>({});
  const { busy, problem, send } = useSend((key, draft: DecisionDraft) => onSave(draft, key));
  const errors = { ...fieldErrors(problem), ...missing };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    setMissing({ ...(owner ? {} : { owner: t('exchange.no_owner') }), ...(due ? {} : { due: t('exchange.form.no_day') }) });
    if (!owner || !due) return;
    if (await send({ text: text.trim(), owner, due, ...(practice ? { practice } : {}), ...(centre ? { organisation: centre } : {}) })) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <TextInput name="text" label={t('exchange.decision_text')} required rows={3} maxLength={2000} value={text} error={errors.text} onChange={setText} />
      <div class="exchange-row">
        <Select name="owner" label={t('exchange.owner')} required value={owner} error={errors.owner} empty={t('exchange.choose')} choices={organisations} onChange={setOwner} />
        <DateField name="due" label={t('exchange.due')} required value={due} error={errors.due} onChange={setDue} />
      </div>
      <div class="exchange-row">
        <Select name="practice" label={t('exchange.practice')} value={practice} error={errors.practice} empty={t('exchange.no_matter')} choices={practices} onChange={setPractice} />
        <Select name="organisation" label={t('exchange.centre')} value={centre} error={errors.organisation} empty={t('exchange.no_matter')} choices={organisations} onChange={setCentre} />
      </div>
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('exchange.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('exchange.cancel')}
        </Button>
      </div>
    </form>
  );
}
