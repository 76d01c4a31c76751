import { Field, type FieldProps } from './Field';

export interface Choice {
  value: string;
  label: string;
  hint?: string;
  disabled?: boolean;
}

export interface SelectProps extends FieldProps {
  value: string;
  choices: readonly Choice[];
  onChange(value: string): void;
  /** Text of the empty choice; without it one of the choices is always taken. */
  empty?: string;
}

export function Select({ value, choices, onChange, empty, ...field }: SelectProps) {
  return (
    <Field {...field}>
      {(control) => (
        <select {...control} class="input select" value={value} onChange={(event) => onChange(event.currentTarget.value)}>
          {empty !== undefined && <option value="">{empty}</option>}
          {choices.map((choice) => (
            <option key={choice.value} value={choice.value} disabled={choice.disabled}>
              {choice.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
