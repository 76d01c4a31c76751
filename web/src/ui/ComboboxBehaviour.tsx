import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../lib/messages';
import type { ComboboxProps, Option } from './Combobox';
import { controlAttributes, fieldId, Notes, Optional } from './Field';
import { Icon } from './Icon';

// The machine writes the text of the field back after each render. While somebody types, the field is ahead of it, and
// on a slow computer the fast typist would lose letters.
const sync = combobox.machine.implementations?.actions?.syncInputValue;
const machine: typeof combobox.machine = {
  ...combobox.machine,
  implementations: {
    ...combobox.machine.implementations,
    actions: {
      ...combobox.machine.implementations?.actions,
      syncInputValue: (params) => {
        if (params.event.current().type !== 'INPUT.CHANGE') sync?.(params);
      },
    },
  },
};

type Answer = { state: 'waiting' | 'failed' } | { state: 'found'; options: Option[] };

function useAnswer(search: ComboboxProps['search'], text: string, open: boolean): Answer {
  const [answer, setAnswer] = useState<Answer>({ state: 'waiting' });
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    if (!open) return;
    const request = new AbortController();
    const timer = setTimeout(() => {
      latest.current(text, request.signal).then(
        (options) => request.signal.aborted || setAnswer({ state: 'found', options }),
        () => request.signal.aborted || setAnswer({ state: 'failed' }),
      );
    }, text ? 200 : 0);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text, open]);
  return answer;
}

export function ComboboxBehaviour({ value, onChange, search, placeholder, ...field }: ComboboxProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const answer = useAnswer(search, text, open);
  const options = answer.state === 'found' ? answer.options : [];
  const collection = useMemo(() => {
    // The chosen option must stay known to the machine, or its text would be lost with the next search.
    // It stands last and cannot be reached, or the first key would choose it again in place of what was found.
    const hidden = value !== null && !options.some((each) => each.id === value.id);
    return combobox.collection({
      items: hidden ? [...options, value] : options,
      itemToValue: (item) => item.id,
      itemToString: (item) => item.title,
      isItemDisabled: (item) => hidden && item.id === value.id,
    });
  }, [options, value]);
  const id = fieldId(field.name);
  const service = useMachine(machine, {
    id,
    ids: { input: id, label: `${id}-label` },
    collection,
    value: value ? [value.id] : [],
    defaultInputValue: value?.title ?? '',
    placeholder,
    invalid: Boolean(field.error),
    openOnClick: true,
    inputBehavior: 'autohighlight',
    positioning: { sameWidth: true, placement: 'bottom-start' },
    translations: { triggerLabel: t('ui.open_list'), clearTriggerLabel: t('ui.clear') },
    onOpenChange: (details) => {
      setOpen(details.open);
      if (details.open) setText('');
    },
    onInputValueChange: ({ inputValue, reason }) => {
      if (reason === 'input-change') setText(inputValue);
    },
    onValueChange: ({ items }) => onChange(items[0] ?? null),
  });
  const api = combobox.connect(service, normalizeProps);
  useEffect(() => {
    // Opened by an arrow, the list is still empty; Enter must take the first that comes.
    const first = options[0];
    if (api.open && first && !api.highlightedValue) api.setHighlightValue(first.id);
  }, [options]);
  const { 'aria-describedby': described } = controlAttributes(field);
  return (
    <div class={`field ${field.error ? 'wrong' : ''}`} {...api.getRootProps()}>
      <label class="field-label" {...api.getLabelProps()}>
        {field.label} <Optional required={field.required} />
      </label>
      <Notes {...field} />
      <div class="combobox" {...api.getControlProps()}>
        <input class="input" {...api.getInputProps()} aria-describedby={described} required={field.required} />
        {value && (
          <button class="button quiet bare" type="button" {...api.getClearTriggerProps()}>
            <Icon name="close" />
          </button>
        )}
        <button class="button quiet bare" type="button" {...api.getTriggerProps()}>
          <Icon name="down" />
        </button>
      </div>
      <div {...api.getPositionerProps()} class="combobox-positioner">
        {api.open && (
          <div class="combobox-list">
            <ul {...api.getContentProps()} aria-label={field.label}>
              {options.map((item) => (
                <li key={item.id} class="combobox-option" {...api.getItemProps({ item })}>
                  <span {...api.getItemTextProps({ item })}>{item.title}</span>
                  {item.note && <span class="combobox-note">{item.note}</span>}
                </li>
              ))}
            </ul>
            <p class="combobox-state" role="status">
              {answer.state === 'waiting' && t('ui.searching')}
              {answer.state === 'failed' && t('ui.search_failed')}
              {answer.state === 'found' && t('ui.found', { count: options.length })}
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
