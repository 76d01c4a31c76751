import type { JSX } from 'preact';
import { Field, type FieldProps } from './Field';

export interface TextInputProps extends FieldProps {
  value: string;
  onChange(value: string): void;
  type?: 'text' | 'password' | 'tel' | 'email' | 'search';
  autocomplete?: string;
  inputMode?: 'text' | 'numeric' | 'decimal' | 'tel';
  rows?: number;
  maxLength?: number;
  size?: 'short' | 'full';
  onBlur?(): void;
}

export function TextInput({ value, onChange, type = 'text', autocomplete = 'off', inputMode, rows, maxLength, size = 'full', onBlur, ...field }: TextInputProps) {
  const change = (event: JSX.TargetedEvent<HTMLInputElement | HTMLTextAreaElement>) => onChange(event.currentTarget.value);
  return (
    <Field {...field}>
      {(control) =>
        rows ? (
          <textarea {...control} class="input" rows={rows} value={value} maxLength={maxLength} onInput={change} onBlur={onBlur} />
        ) : (
          <input
            {...control}
            class={`input ${size}`}
            type={type}
            value={value}
            autocomplete={autocomplete}
            inputMode={inputMode}
            maxLength={maxLength}
            autocapitalize={type === 'text' ? undefined : 'off'}
            onInput={change}
            onBlur={onBlur}
          />
        )
      }
    </Field>
  );
}
