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

/** What was found for a text; the list of another text is never offered, or a quick Enter would take the wrong one. */
interface Answer {
  text: string;
  options: Option[] | null;
  failed: boolean;
}

const nothing: Answer = { text: '', options: null, failed: false };

function useAnswer(search: ComboboxProps['search'], text: string, open: boolean): Answer {
  const [answer, setAnswer] = useState<Answer>(nothing);
  const latest = useRef(search);
  latest.current = search;
  useEffect(() => {
    if (!open) return setAnswer(nothing);
    const request = new AbortController();
    const timer = setTimeout(() => {
      latest.current(text, request.signal).then(
        (options) => request.signal.aborted || setAnswer({ text, options, failed: false }),
        () => request.signal.aborted || setAnswer({ text, options: null, failed: true }),
      );
    }, text ? 200 : 0);
    return () => {
      clearTimeout(timer);
      request.abort();
    };
  }, [text, open]);
  return answer.text === text ? answer : { ...nothing, text };
}

const none: Option[] = [];

export function ComboboxBehaviour({ value, onChange, search, placeholder, ...field }: ComboboxProps) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [choices, setChoices] = useState(0);
  const answer = useAnswer(search, text, open);
  const options = answer.options ?? none;
  const typed = useRef('');
  const wanted = useRef(false);
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
      typed.current = '';
      wanted.current = false;
      if (details.open) setText('');
    },
    onInputValueChange: ({ inputValue, reason }) => {
      if (reason === 'input-change') setText(inputValue);
    },
    onValueChange: ({ items }) => {
      onChange(items[0] ?? null);
      setChoices((before) => before + 1);
    },
  });
  const api = combobox.connect(service, normalizeProps);
  useEffect(() => {
    // A field that adds to a list keeps no value, and so must keep no text: the next name would be typed behind it.
    if (choices > 0 && !value) api.setInputValue('');
  }, [choices]);
  useEffect(() => {
    const first = options[0];
    if (!api.open || !first || answer.text !== typed.current) return;
    if (!wanted.current) return api.setHighlightValue(first.id);
    wanted.current = false;
    api.selectValue(first.id);
    api.setOpen(false);
  }, [options]);

  /** Enter before the answer is kept for it: who types fast need not wait, and takes nothing that is not on the screen. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !api.open) return;
    if (answer.options !== null && answer.text === typed.current) return;
    event.preventDefault();
    event.stopPropagation();
    wanted.current = true;
  };
  const note = (event: Event) => {
    typed.current = event.target instanceof HTMLInputElement ? event.target.value : '';
    wanted.current = false;
  };
  const { 'aria-describedby': described } = controlAttributes(field);
  return (
    <div class={`field ${field.error ? 'wrong' : ''}`} {...api.getRootProps()} onKeyDownCapture={press} onInputCapture={note}>
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
              {answer.failed ? t('ui.search_failed') : answer.options ? t('ui.found', { count: options.length }) : t('ui.searching')}
            </p>
          </div>
        )}
      </div>
    </div>
  );
}
