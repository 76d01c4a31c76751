import type { ComponentChildren } from 'preact';
import { t } from '../lib/messages';

export interface FieldProps {
  label: string;
  /** JSON pointer of the value in the request, without the leading slash. */
  name: string;
  hint?: string | undefined;
  error?: string | undefined;
  required?: boolean | undefined;
  /** In a table the titles of row and column are seen; the label is then for those who do not see them. */
  labelled?: 'by the table';
}

export interface ControlAttributes {
  id: string;
  name: string;
  required: boolean | undefined;
  'aria-invalid': boolean | undefined;
  'aria-describedby': string | undefined;
}

export function fieldId(name: string): string {
  return `field-${name}`;
}

export function controlAttributes({ name, hint, error, required }: FieldProps): ControlAttributes {
  const described = [hint && `${fieldId(name)}-hint`, error && `${fieldId(name)}-error`].filter(Boolean).join(' ');
  return {
    id: fieldId(name),
    name,
    required,
    'aria-invalid': error ? true : undefined,
    'aria-describedby': described || undefined,
  };
}

export function Notes({ name, hint, error }: FieldProps) {
  return (
    <>
      {hint && <p class="field-hint" id={`${fieldId(name)}-hint`}>{hint}</p>}
      {error && <p class="field-error" id={`${fieldId(name)}-error`}>{error}</p>}
    </>
  );
}

/** Required is the rule, so it is the optional field that is marked. */
export function Optional({ required }: { required: boolean | undefined }) {
  return required ? null : <span class="field-optional">{t('ui.optional')}</span>;
}

export function Field(props: FieldProps & { children: (control: ControlAttributes) => ComponentChildren }) {
  return (
    <div class={`field ${props.error ? 'wrong' : ''}`}>
      <label class={props.labelled ? 'visually-hidden' : 'field-label'} for={fieldId(props.name)}>
        {props.label} <Optional required={props.required} />
      </label>
      <Notes {...props} />
      {props.children(controlAttributes(props))}
    </div>
  );
}

export function FieldGroup(props: FieldProps & { children: ComponentChildren }) {
  const { 'aria-describedby': described } = controlAttributes(props);
  return (
    <fieldset class={`field ${props.error ? 'wrong' : ''}`} id={fieldId(props.name)} aria-describedby={described}>
      <legend class="field-label">
        {props.label} <Optional required={props.required} />
      </legend>
      <Notes {...props} />
      {props.children}
    </fieldset>
  );
}
