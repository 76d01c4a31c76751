import { FieldGroup, fieldId, type FieldProps } from './Field';
import type { Choice } from './Select';

export interface RadioGroupProps extends FieldProps {
  value: string;
  choices: readonly Choice[];
  onChange(value: string): void;
  layout?: 'column' | 'row';
}

export function RadioGroup({ value, choices, onChange, layout = 'column', ...field }: RadioGroupProps) {
  return (
    <FieldGroup {...field}>
      <div class={`choices ${layout}`}>
        {choices.map((choice) => (
          <label class="choice" key={choice.value}>
            <input
              type="radio"
              name={fieldId(field.name)}
              value={choice.value}
              checked={choice.value === value}
              disabled={choice.disabled}
              onChange={() => onChange(choice.value)}
            />
            <span>
              {choice.label}
              {choice.hint && <span class="choice-hint">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
    </FieldGroup>
  );
}
