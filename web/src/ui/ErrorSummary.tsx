import { useEffect, useRef } from 'preact/hooks';
import { fieldName, fieldText, problemText, type Problem } from '../lib/api';
import { t } from '../lib/messages';
import { fieldId } from './Field';

export function focusField(name: string): void {
  const found = document.getElementById(fieldId(name));
  const control = found?.matches('fieldset') ? found.querySelector<HTMLElement>('input, select, textarea, button') : found;
  control?.focus();
  control?.scrollIntoView({ block: 'center' });
}

/** What the field is called on the screen. */
function labelOf(name: string): string {
  const found = document.getElementById(fieldId(name));
  const label = found?.matches('fieldset') ? found.querySelector(':scope > legend') : document.querySelector(`label[for="${CSS.escape(fieldId(name))}"]`);
  // Behind the name stands the mark of an optional field.
  return label?.firstChild?.textContent?.trim() ?? '';
}

/** A refusal of one field among many says which. */
function withLabel(name: string, text: string): string {
  const label = labelOf(name);
  return !label || text.toLocaleLowerCase().includes(label.toLocaleLowerCase()) ? text : `${label}: ${text}`;
}

/** Stands above the form; takes the focus when a new refusal arrives. */
export function ErrorSummary({ problem }: { problem: Problem | null }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (problem) element.current?.focus();
  }, [problem]);
  if (!problem) return null;
  return (
    <div class="error-summary" ref={element} tabIndex={-1} role="alert">
      <p class="error-title">{problemText(problem)}</p>
      {problem.errors.length > 0 && (
        <ul>
          {problem.errors.map((error) => (
            <li key={error.pointer + error.code + error.detail}>
              <a
                href={`#${fieldId(fieldName(error.pointer))}`}
                onClick={(event) => {
                  event.preventDefault();
                  focusField(fieldName(error.pointer));
                }}
              >
                {withLabel(fieldName(error.pointer), fieldText(error))}
              </a>
            </li>
          ))}
        </ul>
      )}
      {/* The administrator is asked about failures of the server, not about a field. */}
      {problem.request_id && problem.status >= 500 && <p class="error-request">{t('problem.request', { id: problem.request_id })}</p>}
    </div>
  );
}
