import { FieldGroup, type FieldProps } from './Field';
import type { Choice } from './Select';

export interface CheckGroupProps extends FieldProps {
  values: readonly string[];
  choices: readonly Choice[];
  onChange(values: string[]): void;
  layout?: 'column' | 'row';
}

export function CheckGroup({ values, choices, onChange, layout = 'column', ...field }: CheckGroupProps) {
  const toggle = (value: string, on: boolean) =>
    onChange(choices.map((choice) => choice.value).filter((each) => (each === value ? on : values.includes(each))));
  return (
    <FieldGroup {...field}>
      <div class={`choices ${layout}`}>
        {choices.map((choice) => (
          <Check key={choice.value} {...choice} checked={values.includes(choice.value)} onChange={(on) => toggle(choice.value, on)} />
        ))}
      </div>
    </FieldGroup>
  );
}

export interface CheckProps {
  label: string;
  hint?: string | undefined;
  checked: boolean;
  disabled?: boolean | undefined;
  onChange(checked: boolean): void;
}

export function Check({ label, hint, checked, disabled, onChange }: CheckProps) {
  return (
    <label class="choice">
      <input type="checkbox" checked={checked} disabled={disabled} onChange={(event) => onChange(event.currentTarget.checked)} />
      <span>
        {label}
        {hint && <span class="choice-hint">{hint}</span>}
      </span>
    </label>
  );
}
