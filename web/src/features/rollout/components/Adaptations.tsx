import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { saveAdaptations } from '../api';
import type { Adaptation, Adoption } from '../model/types';
import { useSend } from '../../../lib/send';

/** What the centre does in its own way, part by part; only the parts that the package lets change. */
export function Adaptations({ adoption, mayChange }: { adoption: Adoption; mayChange: boolean }) {
  const client = useQueryClient();
  const [editing, setEditing] = useState(false);
  const [texts, setTexts] = useState(adoption.adaptable.map((each) => each.text ?? ''));
  const { busy, problem, send } = useSend((_, items: Adaptation[]) => saveAdaptations(adoption, items));
  const errors = fieldErrors(problem);
  const save = async () => {
    const items = adoption.adaptable.flatMap(({ component }, index) => {
      const text = texts[index]?.trim();
      return text ? [{ component, text }] : [];
    });
    if (!(await send(items))) return;
    notify(t('rollout.adaptations.saved'));
    setEditing(false);
    await client.invalidateQueries({ queryKey: ['rollout', 'adoption'] });
  };
  if (!editing) {
    return (
      <>
        <dl class="adaptations">
          {adoption.adaptable.map((each) => (
            <div key={each.component}>
              <dt>{each.title}</dt>
              <dd class={each.text ? '' : 'muted'}>{each.text || t('rollout.adaptations.as_written')}</dd>
            </div>
          ))}
        </dl>
        {mayChange && (
          <p>
            <Button onClick={() => setEditing(true)}>{t('rollout.adaptations.edit')}</Button>
          </p>
        )}
      </>
    );
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ErrorSummary problem={problem} />
      {adoption.adaptable.map((each, index) => (
        <TextInput
          key={each.component}
          name={`items/${each.component}`}
          label={each.title}
          rows={2}
          maxLength={4000}
          value={texts[index] ?? ''}
          error={errors[`items/${index}/text`]}
          onChange={(text) => setTexts(texts.map((before, at) => (at === index ? text : before)))}
        />
      ))}
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('rollout.save')}
        </Button>
        <Button kind="quiet" onClick={() => setEditing(false)}>
          {t('rollout.cancel')}
        </Button>
      </div>
    </form>
  );
}
