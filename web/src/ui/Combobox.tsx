import { useRef } from 'preact/hooks';
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

/** What stood in the field when its behaviour arrived. */
export interface Begun {
  text: string;
  focused: boolean;
}

/** The behaviour is 20 KB, so it comes after the form is on the screen. Who types sooner loses nothing: it takes over the text. */
export function Combobox(props: ComboboxProps) {
  const part = useLazy(() => import('./ComboboxBehaviour'));
  const plain = useRef<HTMLInputElement>(null);
  const begun = useRef<Begun | null>(null);
  if (part) {
    if (plain.current) begun.current = { text: plain.current.value, focused: document.activeElement === plain.current };
    return <part.ComboboxBehaviour {...props} begun={begun.current} />;
  }
  const { value, placeholder, ...field } = props;
  return (
    <Field {...field}>
      {(control) => (
        <input
          {...control}
          ref={plain}
          class="input"
          autocomplete="off"
          defaultValue={value?.title ?? ''}
          placeholder={placeholder}
          onFocus={(event) => event.currentTarget.select()}
          // Nothing was found yet that could be taken, and the form is not finished.
          onKeyDown={(event) => event.key === 'Enter' && event.preventDefault()}
        />
      )}
    </Field>
  );
}
