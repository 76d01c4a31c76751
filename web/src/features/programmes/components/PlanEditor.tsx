import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { regionDay } from '../../../lib/session';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { getGrounds, type Content } from '../api';
import { contentOf, type PlanForm } from '../model/form';
import { Care, Lines, Others, Terms } from './PlanFields';
import './Programmes.css';

interface EditorProps {
  person: string;
  form: PlanForm;
  reasoned: boolean;
  problem: Problem | null;
  busy: boolean;
  cancel: string;
  change(next: Partial<PlanForm>): void;
  onSave(content: Content): void;
  onCancel(): void;
}

export function PlanEditor({ person, form, reasoned, problem, busy, cancel, change, onSave, onCancel }: EditorProps) {
  const [tried, setTried] = useState(false);
  const day = form.since ?? regionDay();
  const grounds = useQuery({ queryKey: ['programmes', 'grounds', person, day], queryFn: () => getGrounds(person, day) });
  const errors = fieldErrors(problem);
  const content = contentOf(form);
  const part = { form, errors, change };
  const save = (element: ParentNode | null) => {
    setTried(true);
    if (content && unfinished(element).length === 0) onSave(content);
    else document.getElementById('plan-lacks')?.focus();
  };
  useShortcut('Control+Enter', 'programmes.keys.save', () => save(document.querySelector('#plan')));
  return (
    <form class="stack" id="plan" noValidate onSubmit={(event) => { event.preventDefault(); save(event.currentTarget); }}>
      <ErrorSummary problem={problem} />
      {reasoned && (
        <section class="card" aria-label={t('programmes.why')}>
          <TextInput name="reason" label={t('programmes.why')} hint={t('programmes.why_hint')} required maxLength={500} value={form.reason} error={errors.reason} onChange={(reason) => change({ reason })} />
        </section>
      )}
      <Terms {...part} />
      <Care {...part} grounds={grounds.data} />
      <Lines {...part} />
      <Others {...part} />
      {tried && !content && <p id="plan-lacks" tabIndex={-1} role="alert" class="field-error">{t('programmes.plan_lacks')}</p>}
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('programmes.save_draft')}</Button>
        <a class="button" href={cancel} onClick={onCancel}>{t('programmes.cancel')}</a>
      </div>
    </form>
  );
}
