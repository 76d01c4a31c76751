import { t, type Language } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import type { Step } from '../api';
import { freshId } from '../model/text';
import { WordsInput } from './WordsInput';

export interface StepEditorProps {
  phase: 'preparation' | 'performance' | 'completion';
  steps: readonly Step[];
  language: Language;
  errors: Record<string, string>;
  onChange(steps: Step[]): void;
}

export function StepEditor({ phase, steps, language, errors, onChange }: StepEditorProps) {
  const swap = (one: number, other: number) => onChange(steps.map((each, at) => (at === one ? steps[other] : at === other ? steps[one] : each) ?? each));
  return (
    <section class="stack">
      <h3>{t(`standards.part.${phase}`)}</h3>
      {steps.map((each, index) => {
        const title = t('standards.step', { number: index + 1 });
        return (
          <div class="standard-row" key={each.id}>
            <div class="standard-row-head">
              <strong>{title}</strong>
              <span class="page-actions">
                <Button kind="quiet" icon="ascending" name={t('standards.step_up', { step: title })} disabled={index === 0} onClick={() => swap(index, index - 1)} />
                <Button kind="quiet" icon="descending" name={t('standards.step_down', { step: title })} disabled={index === steps.length - 1} onClick={() => swap(index, index + 1)} />
                <Button kind="quiet" icon="close" name={t('standards.step_remove', { step: title })} onClick={() => onChange(steps.filter((_, at) => at !== index))} />
              </span>
            </div>
            <WordsInput name={`content/algorithm/${phase}/${index}/text`} label={t('standards.step_text')} required rows={2} language={language} value={each.text}
              error={errors[`content/algorithm/${phase}/${index}/text/ru`]} onChange={(text) => onChange(steps.map((one, at) => (at === index ? { ...one, text } : one)))} />
          </div>
        );
      })}
      <div><Button onClick={() => onChange([...steps, { id: freshId('step', steps.map(({ id }) => id)), text: { ru: '' } }])}>{t('standards.add_step')}</Button></div>
    </section>
  );
}
