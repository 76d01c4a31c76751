import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Field, fieldId } from '../../../ui/Field';
import type { KindSheet, PaperField, TemplateCheck } from '../api';
import { inserted, lineRange, written } from '../model';
import './Papers.css';

const name = 'text';

function area(): HTMLTextAreaElement | null {
  const found = document.getElementById(fieldId(name));
  return found instanceof HTMLTextAreaElement ? found : null;
}

function show(line: number): void {
  const text = area();
  if (!text) return;
  const [from, to] = lineRange(text.value, line);
  text.focus();
  text.setSelectionRange(from, to);
  text.scrollTop = (text.scrollHeight / text.value.split('\n').length) * Math.max(0, line - 6);
}

export interface TemplateTextProps {
  sheet: KindSheet;
  value: string;
  problems: TemplateCheck['problems'];
  onChange(value: string): void;
}

const signs = ['# ', '## ', '> ', '>< ', '< ', '! ', '~ ', '- ', '1. ', ':: ', '| ', '|= ', '___ ', '---', '===', '...', '\\'] as const;
const signKeys = {
  '# ': 'papers.sign.title', '## ': 'papers.sign.part', '> ': 'papers.sign.right', '>< ': 'papers.sign.centre', '< ': 'papers.sign.flush', '! ': 'papers.sign.strong',
  '~ ': 'papers.sign.note', '- ': 'papers.sign.item', '1. ': 'papers.sign.number', ':: ': 'papers.sign.pair', '| ': 'papers.sign.row', '|= ': 'papers.sign.total',
  '___ ': 'papers.sign.signature', '---': 'papers.sign.rule', '===': 'papers.sign.page', '...': 'papers.sign.gap', '\\': 'papers.sign.literal',
} as const;

/** The words of a template, its errors at their lines, and what can be put in by a press. */
export function TemplateText({ sheet, value, problems, onChange }: TemplateTextProps) {
  const insert = (piece: string, caret: number) => {
    const text = area();
    const from = text?.selectionStart ?? value.length;
    onChange(inserted(value, from, text?.selectionEnd ?? value.length, piece));
    requestAnimationFrame(() => {
      const now = area();
      now?.focus();
      now?.setSelectionRange(from + caret, from + caret);
    });
  };
  const put = (field: PaperField) => {
    const { text, caret } = written(field);
    insert(text, caret);
  };
  return (
    <div class="stack template-text">
      <Field name={name} label={t('papers.text')} required hint={t('papers.text_hint')} error={problems.length > 0 ? t('papers.problems', { count: problems.length }) : undefined}>
        {(control) => <textarea {...control} class="input" rows={22} spellcheck={false} value={value} onInput={(event) => onChange(event.currentTarget.value)} />}
      </Field>
      {problems.length > 0 && (
        <ul class="template-problems" aria-label={t('papers.problem_list')}>
          {problems.map((each) => (
            <li key={`${each.line} ${each.column} ${each.text}`}>
              <Button kind="quiet" onClick={() => show(each.line)}>{t('papers.problem_line', { line: each.line, text: each.text })}</Button>
            </li>
          ))}
        </ul>
      )}
      <details open>
        <summary>{t('papers.fields')}</summary>
        <div class="template-fields">
          {sheet.fields.map((each) => (
            <Button key={[...each.lists, each.code].join('/')} kind="quiet" title={`{{${each.code}}}`} onClick={() => put(each)}>
              {each.lists.length > 0 ? t('papers.field_of', { list: each.lists.join(', '), title: each.title }) : each.title}
            </Button>
          ))}
        </div>
      </details>
      <details>
        <summary>{t('papers.filters')}</summary>
        <p class="field-hint">{t('papers.filters_hint')}</p>
        <div class="template-fields">
          {sheet.filters.map((each) => (
            <Button key={each.name} kind="quiet" title={`|${each.example}`} onClick={() => insert(`|${each.example}`, each.example.length + 1)}>{each.title}</Button>
          ))}
        </div>
      </details>
      <details>
        <summary>{t('papers.signs')}</summary>
        <dl class="template-signs">
          {signs.flatMap((each) => [<dt key={`${each} sign`}>{each}</dt>, <dd key={`${each} words`}>{t(signKeys[each])}</dd>])}
        </dl>
      </details>
    </div>
  );
}
