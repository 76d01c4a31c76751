import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { t } from '../../../../lib/messages';
import { Button } from '../../../../ui/Button';

interface ItemListProps<T> {
  title: string;
  /** Name of the list in the request. */
  name: string;
  items: T[];
  /** "Паспорт 5008 123456": what a fieldset is called. */
  itemTitle(item: T, place: number): string;
  addLabel: string;
  blank(): T;
  onChange(items: T[]): void;
  children(item: T, change: (next: T) => void, at: string): ComponentChildren;
}

/** One list of the file: what stands, each with its fields, and a way to one more, which gets the focus. */
export function ItemList<T>({ title, name, items, itemTitle, addLabel, blank, onChange, children }: ItemListProps<T>) {
  const section = useRef<HTMLElement>(null);
  const before = useRef(items.length);
  useEffect(() => {
    if (items.length > before.current) section.current?.querySelector<HTMLElement>('fieldset:last-of-type :is(input, select)')?.focus();
    before.current = items.length;
  }, [items.length]);
  return (
    <section class="card" ref={section} aria-label={title} id={`file-${name}`}>
      <h2>{title}</h2>
      {items.map((item, place) => (
        <fieldset key={place} class="file-item">
          <legend class="visually-hidden">{itemTitle(item, place)}</legend>
          <div class="file-fields">{children(item, (next) => onChange(items.map((each, i) => (i === place ? next : each))), `${name}/${place}/`)}</div>
          <Button kind="quiet" icon="close" name={t('people.file.remove_named', { what: itemTitle(item, place) })} onClick={() => onChange(items.filter((_, i) => i !== place))} />
        </fieldset>
      ))}
      <div class="form-actions">
        <Button onClick={() => onChange([...items, blank()])}>{addLabel}</Button>
      </div>
    </section>
  );
}
