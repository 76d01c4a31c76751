import { useLayoutEffect, useRef } from 'preact/hooks';

export interface CellInputProps {
  label: string;
  text: string;
  /** The caret may walk in the text; otherwise the arrows leave the cell. */
  caret: boolean;
  onInput(text: string): void;
  onLeave(): void;
}

/** The field of the cell that is being written. It has the focus before the next key comes. */
export function CellInput({ label, text, caret, onInput, onLeave }: CellInputProps) {
  const field = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    field.current?.focus({ preventScroll: true });
    field.current?.setSelectionRange(text.length, text.length);
  }, []);
  return (
    <input
      ref={field}
      class="sheet-input"
      aria-label={label}
      data-caret={caret || undefined}
      inputMode="decimal"
      autocomplete="off"
      value={text}
      onInput={(event) => onInput(event.currentTarget.value)}
      onBlur={onLeave}
    />
  );
}
