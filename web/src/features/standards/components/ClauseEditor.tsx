import { t, type Language } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import type { Clause } from '../api';
import { addClause, moveClause, removeClause, shiftClause } from '../model/text';
import { WordsInput } from './WordsInput';

export interface ClauseEditorProps {
  clauses: readonly Clause[];
  language: Language;
  errors: Record<string, string>;
  onChange(clauses: Clause[]): void;
}

/** A tree in the order of reading. What the buttons do, Alt with an arrow does in the field. */
export function ClauseEditor({ clauses, language, errors, onChange }: ClauseEditorProps) {
  const keys = (event: KeyboardEvent, index: number) => {
    if (!event.altKey) return;
    const acts: Record<string, () => Clause[]> = {
      ArrowUp: () => moveClause(clauses, index, -1),
      ArrowDown: () => moveClause(clauses, index, 1),
      ArrowRight: () => shiftClause(clauses, index, 1),
      ArrowLeft: () => shiftClause(clauses, index, -1),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    onChange(act());
  };
  return (
    <div class="stack">
      <p class="muted">{t('standards.clause_keys')}</p>
      {clauses.map((each, index) => {
        const title = each.address || t('standards.new_clause');
        const of = (key: 'up' | 'down' | 'deeper' | 'higher' | 'remove') => t(`standards.clause_${key}`, { clause: title });
        return (
          <div class={`standard-row level-${each.level}`} key={each.id} onKeyDown={(event) => keys(event, index)}>
            <div class="standard-row-head">
              <strong>{title} <span class="muted">{t('standards.level', { level: each.level })}</span></strong>
              <span class="page-actions">
                <Button kind="quiet" icon="ascending" name={of('up')} onClick={() => onChange(moveClause(clauses, index, -1))} />
                <Button kind="quiet" icon="descending" name={of('down')} onClick={() => onChange(moveClause(clauses, index, 1))} />
                <Button kind="quiet" name={of('higher')} onClick={() => onChange(shiftClause(clauses, index, -1))}>←</Button>
                <Button kind="quiet" name={of('deeper')} onClick={() => onChange(shiftClause(clauses, index, 1))}>→</Button>
                <Button kind="quiet" icon="close" name={of('remove')} onClick={() => onChange(removeClause(clauses, index))} />
              </span>
            </div>
            <WordsInput name={`content/clauses/${index}/text`} label={t('standards.clause_text')} required rows={2} language={language} value={each.text}
              error={errors[`content/clauses/${index}/text/ru`] ?? errors[`content/clauses/${index}`] ?? errors[`content/clauses/${index}/level`]}
              onChange={(text) => onChange(clauses.map((one, at) => (at === index ? { ...one, text } : one)))} />
            <div><Button kind="quiet" onClick={() => onChange(addClause(clauses, index))}>{t('standards.add_clause_below')}</Button></div>
          </div>
        );
      })}
      <div><Button onClick={() => onChange(addClause(clauses, -1))}>{t('standards.add_clause')}</Button></div>
    </div>
  );
}
