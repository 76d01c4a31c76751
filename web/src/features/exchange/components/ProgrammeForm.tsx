import { useState } from 'preact/hooks';
import { fieldErrors, type Problem } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { saveProgramme } from '../api';
import type { EventView, ProgrammeItem } from '../model/types';
import { useKeep, usePractices } from '../model/use_event';

export function ProgrammeForm({ view, onDone }: { view: EventView; onDone(): void }) {
  const keep = useKeep();
  const blank = (): ProgrammeItem => ({ day: view.event.starts_on, starts_time: view.event.starts_time, title: '', speaker: '', practices: [] });
  const [items, setItems] = useState<ProgrammeItem[]>(view.programme.length > 0 ? view.programme : [blank()]);
  const { busy, problem, send } = useSend(async (_, list: ProgrammeItem[]) => keep(await saveProgramme(view.event, { items: list })));
  const change = (at: number, item: ProgrammeItem) => setItems(items.map((each, i) => (i === at ? item : each)));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (await send(items)) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{t('exchange.part.programme')}</h2>
      <ErrorSummary problem={problem} />
      {items.map((item, i) => (
        <ItemFields key={i} at={i} item={item} problem={problem} days={view.event.starts_on !== view.event.ends_on} onChange={(next) => change(i, next)} onRemove={() => setItems(items.filter((_, k) => k !== i))} />
      ))}
      <div class="form-actions">
        <Button onClick={() => setItems([...items, { ...blank(), day: items.at(-1)?.day ?? view.event.starts_on }])}>{t('exchange.item_add')}</Button>
        <Button kind="primary" type="submit" busy={busy}>
          {t('exchange.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('exchange.cancel')}
        </Button>
      </div>
    </form>
  );
}

interface ItemFieldsProps {
  at: number;
  item: ProgrammeItem;
  problem: Problem | null;
  days: boolean;
  onChange(item: ProgrammeItem): void;
  onRemove(): void;
}

function ItemFields({ at, item, problem, days, onChange, onRemove }: ItemFieldsProps) {
  const practices = (usePractices().data ?? []).map((each) => ({ value: each.id, label: titleOf(each.title) }));
  const errors = fieldErrors(problem);
  const name = (field: string) => `items/${at}/${field}`;
  const timed = ({ ends_time: _, ...rest }: ProgrammeItem, ends: string): ProgrammeItem => (ends ? { ...rest, ends_time: ends } : rest);
  return (
    <fieldset class="stack">
      <legend>{t('exchange.item', { number: at + 1 })}</legend>
      <div class="exchange-row">
        {days && <DateField name={name('day')} label={t('exchange.day')} required value={item.day} error={errors[name('day')]} onChange={(day) => day && onChange({ ...item, day })} />}
        <TextInput name={name('starts_time')} label={t('exchange.form.starts_time')} required size="short" maxLength={5} value={item.starts_time} error={errors[name('starts_time')]} onChange={(starts_time) => onChange({ ...item, starts_time })} />
        <TextInput name={name('ends_time')} label={t('exchange.form.ends_time')} size="short" maxLength={5} value={item.ends_time ?? ''} error={errors[name('ends_time')]} onChange={(ends) => onChange(timed(item, ends))} />
      </div>
      <TextInput name={name('title')} label={t('exchange.item_title')} required maxLength={300} value={item.title} error={errors[name('title')]} onChange={(title) => onChange({ ...item, title })} />
      <TextInput name={name('speaker')} label={t('exchange.speaker')} maxLength={300} value={item.speaker} error={errors[name('speaker')]} onChange={(speaker) => onChange({ ...item, speaker })} />
      {item.practices.map((practice) => (
        <span key={practice} class="exchange-row">
          {practices.find((each) => each.value === practice)?.label}
          <Button kind="quiet" onClick={() => onChange({ ...item, practices: item.practices.filter((each) => each !== practice) })}>
            {t('exchange.remove')}
          </Button>
        </span>
      ))}
      <Select name={name('practices')} label={t('exchange.shows')} value="" empty={t('exchange.choose')} choices={practices.filter((each) => !item.practices.includes(each.value))} onChange={(practice) => practice && onChange({ ...item, practices: [...item.practices, practice] })} />
      <div class="form-actions">
        <Button kind="quiet" onClick={onRemove}>
          {t('exchange.item_remove')}
        </Button>
      </div>
    </fieldset>
  );
}
