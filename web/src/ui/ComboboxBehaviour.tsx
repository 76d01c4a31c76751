import * as combobox from '@zag-js/combobox';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { t } from '../lib/messages';
import type { Begun, ComboboxProps, Option } from './Combobox';
import { controlAttributes, fieldId, Notes, Optional } from './Field';
import { Icon } from './Icon';
import { unfinishedMark } from './unfinished';

// The machine writes the text of the field back after each render. While somebody types, the field is ahead of it, and
// on a slow computer the fast typist would lose letters.
const sync = combobox.machine.implementations?.actions?.syncInputValue;
// It also drops a text that was not chosen when the field is left. Only Esc may: what was typed waits to be finished.
const revert = combobox.machine.implementations?.actions?.revertInputValue;
const machine: typeof combobox.machine = {
  ...combobox.machine,
  implementations: {
    ...combobox.machine.implementations,
    actions: {
      ...combobox.machine.implementations?.actions,
      syncInputValue: (params) => {
        if (params.event.current().type !== 'INPUT.CHANGE') sync?.(params);
      },
      // Its own way to the field would take the selection away from whoever is there already.
      setInitialFocus: ({ prop }) => {
        const input = document.getElementById(prop('ids')?.input ?? '');
        if (input !== document.activeElement) input?.focus();
      },
      revertInputValue: (params) => {
        if (params.event.current().type.endsWith('.ESCAPE')) revert?.(params);
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

/** What stands in the field and was not chosen. */
function unchosen(input: HTMLInputElement | null, value: Option | null): string {
  const text = input?.value.trim() ?? '';
  return text === (value?.title ?? '').trim() ? '' : text;
}

export function ComboboxBehaviour({ value, onChange, search, placeholder, begun, ...field }: ComboboxProps & { begun: Begun | null }) {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [loose, setLoose] = useState(false);
  const [choices, setChoices] = useState(0);
  const answer = useAnswer(search, text, open);
  const options = answer.options ?? none;
  const input = useRef<HTMLInputElement>(null);
  const entered = useRef(false);
  const typed = useRef('');
  const wanted = useRef<'choice' | 'form' | null>(null);
  const sending = useRef(false);
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
  const take = (chosen: Option | null) => {
    onChange(chosen);
    setLoose(false);
    setChoices((before) => before + 1);
  };
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
      wanted.current = null;
      const left = unchosen(input.current, value);
      typed.current = left;
      if (details.open) setText(left);
    },
    onInputValueChange: ({ inputValue, reason }) => {
      if (reason === 'input-change') setText(inputValue);
    },
    onValueChange: ({ items }) => take(items[0] ?? null),
  });
  const api = combobox.connect(service, normalizeProps);
  useEffect(() => {
    // A field that adds to a list keeps no value, and so must keep no text: the next name would be typed behind it.
    if (choices > 0 && !value) api.setInputValue('');
    // The form has learnt of the choice.
    if (sending.current) input.current?.form?.requestSubmit();
    sending.current = false;
  }, [choices]);
  useEffect(() => setLoose(false), [value?.id]);
  useLayoutEffect(() => {
    // The machine begins in a microtask of its own, which stands before this one; no key comes between.
    queueMicrotask(() => {
      const control = input.current;
      if (!control || !begun) return;
      if (begun.focused) control.focus();
      if (begun.text === (value?.title ?? '')) return;
      control.value = begun.text;
      control.dispatchEvent(new InputEvent('input', { bubbles: true }));
    });
  }, []);
  useEffect(() => {
    const first = options[0];
    if (!api.open || !first || answer.text !== typed.current) return;
    api.setHighlightValue(first.id);
    if (wanted.current) finish(wanted.current);
  }, [options]);

  /** The only one that was found needs no look; of several the list is open, and the next Enter takes what is seen. */
  const finish = (asked: 'choice' | 'form') => {
    wanted.current = null;
    const [only, ...others] = options.filter((each) => !each.aside);
    if (!only || others.length > 0) return;
    sending.current = asked === 'form';
    // The machine does not know the new list yet; it follows the value.
    take(only);
    api.setOpen(false);
  };
  /** Enter before the answer is kept for it; so is the wish to send the form while the field is not finished. */
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !api.open) return;
    const asked = event.ctrlKey || event.metaKey ? 'form' : 'choice';
    const seen = answer.options !== null && answer.text === typed.current;
    if (asked === 'choice' ? seen : !unchosen(input.current, value)) return;
    event.preventDefault();
    event.stopPropagation();
    if (seen) finish(asked);
    else wanted.current = asked;
  };
  const note = (event: Event) => {
    typed.current = event.target instanceof HTMLInputElement ? event.target.value : '';
    wanted.current = null;
    // An emptied field holds nobody.
    if (!typed.current && value) onChange(null);
    setLoose(unchosen(input.current, value) !== '');
  };
  // A filled field is replaced by typing, not added to. The press that enters the field would unselect it again.
  const enter = () => {
    entered.current = true;
    input.current?.select();
  };
  const click = () => {
    if (entered.current) input.current?.select();
    entered.current = false;
  };
  const { 'aria-describedby': described } = controlAttributes(field);
  return (
    <div class={`field ${field.error ? 'wrong' : ''}`} {...api.getRootProps()} onKeyDownCapture={press} onInputCapture={note} onKeyUpCapture={(event) => event.key === 'Escape' && setLoose(unchosen(input.current, value) !== '')}>
      <label class="field-label" {...api.getLabelProps()}>
        {field.label} <Optional required={field.required} />
      </label>
      <Notes {...field} />
      <div class="combobox" {...api.getControlProps()}>
        <input
          class="input"
          {...api.getInputProps()}
          {...unfinishedMark(field.name, loose ? 'choice' : null)}
          ref={input}
          aria-describedby={described}
          required={field.required}
          onFocusCapture={enter}
          onClickCapture={click}
        />
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
