import { useLazy } from '../lib/lazy';
import { Field, type FieldProps } from './Field';

export interface Option {
  id: string;
  title: string;
  note?: string;
  /** Offered under what was found, such as a way to somebody new: never taken before it was seen. */
  aside?: boolean;
}

export interface ComboboxProps extends FieldProps {
  value: Option | null;
  onChange(value: Option | null): void;
  /** Asks the server; called after a pause in typing, and with an empty text when the list is opened. */
  search(text: string, signal: AbortSignal): Promise<Option[]>;
  placeholder?: string;
}

/** The behaviour is 20 KB, so it comes after the form is on the screen; until then the chosen value is shown. */
export function Combobox(props: ComboboxProps) {
  const part = useLazy(() => import('./ComboboxBehaviour'));
  if (part) return <part.ComboboxBehaviour {...props} />;
  const { value, placeholder, ...field } = props;
  return (
    <Field {...field}>
      {(control) => <input {...control} class="input" readOnly value={value?.title ?? ''} placeholder={placeholder} />}
    </Field>
  );
}
