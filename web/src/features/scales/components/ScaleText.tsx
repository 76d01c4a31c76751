import { useRef } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Field, fieldId } from '../../../ui/Field';
import type { ScaleCheck } from '../api';
import './Scales.css';

export interface ScaleTextProps {
  value: string;
  problems: ScaleCheck['problems'];
  onChange(value: string): void;
}

/** Shows a line of the text and selects it. */
function showLine(area: HTMLTextAreaElement, line: number): void {
  const lines = area.value.split('\n');
  const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
  area.focus();
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
  area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 6);
}

export function ScaleText({ value, problems, onChange }: ScaleTextProps) {
  const input = useRef<HTMLInputElement>(null);
  const show = (line: number | undefined) => {
    const area = document.getElementById(fieldId('description'));
    if (line && area instanceof HTMLTextAreaElement) showLine(area, line);
  };
  return (
    <div class="stack scale-text">
      <div class="page-actions">
        <Button icon="upload" onClick={() => input.current?.click()}>{t('scales.open_file')}</Button>
        <input
          ref={input}
          class="visually-hidden"
          type="file"
          accept=".yaml,.yml,text/yaml"
          tabIndex={-1}
          aria-label={t('scales.open_file')}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0];
            event.currentTarget.value = '';
            if (file) void file.text().then(onChange);
          }}
        />
      </div>
      <Field name="description" label={t('scales.description')} required hint={t('scales.description_hint')} error={problems.length > 0 ? t('scales.problems', { count: problems.length }) : undefined}>
        {(control) => <textarea {...control} class="input" rows={24} spellcheck={false} wrap="off" value={value} onInput={(event) => onChange(event.currentTarget.value)} />}
      </Field>
      {problems.length > 0 && (
        <ul class="scale-problems" aria-label={t('scales.problem_list')}>
          {problems.map((each) => (
            <li key={`${each.line} ${each.field} ${each.text}`}>
              <Button kind="quiet" onClick={() => show(each.line)}>
                {each.line ? t('scales.problem_line', { line: each.line, field: each.field, text: each.text }) : each.text}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
