import { useState } from 'preact/hooks';
import { fold } from '../../../lib/fold';
import { t } from '../../../lib/messages';
import { Button as ButtonPart } from '../../../ui/Button';
import { CheckGroup as CheckGroupPart } from '../../../ui/CheckGroup';
import { Combobox as ComboboxPart, type Option } from '../../../ui/Combobox';
import { DateField as DateFieldPart } from '../../../ui/DateField';
import { FileDrop as FileDropPart } from '../../../ui/FileDrop';
import { Menu as MenuPart } from '../../../ui/Menu';
import { RadioGroup as RadioGroupPart } from '../../../ui/RadioGroup';
import { Select as SelectPart } from '../../../ui/Select';
import { TextInput as TextInputPart } from '../../../ui/TextInput';
import { names } from '../samples/rollout';

const channels = () => [
  { value: 'centre', label: t('kit.channel.centre') },
  { value: 'home', label: t('kit.channel.home') },
  { value: 'remote', label: t('kit.channel.remote') },
];

const centres: Option[] = names.centres.map((title, index) => ({ id: `c${index}`, title, note: String(40 + index * 7) }));

async function findCentres(text: string): Promise<Option[]> {
  return centres.filter((centre) => fold(centre.title).includes(fold(text)));
}

export function Button() {
  return (
    <div class="kit-row">
      <ButtonPart kind="primary">{t('kit.save')}</ButtonPart>
      <ButtonPart>{t('kit.save')}</ButtonPart>
      <ButtonPart kind="quiet" icon="calendar">{t('kit.deadline')}</ButtonPart>
      <ButtonPart kind="danger">{t('kit.delete')}</ButtonPart>
      <ButtonPart busy>{t('kit.saving')}</ButtonPart>
      <ButtonPart icon="search" name={t('kit.more')} />
    </div>
  );
}

export function Menu() {
  const [chosen, setChosen] = useState('centre');
  return (
    <div class="kit-row">
      <MenuPart kind="secondary" label={t('kit.more')} items={channels().map((each) => ({ key: each.value, label: each.label, chosen: each.value === chosen, onChoose: () => setChosen(each.value) }))}>
        {t('kit.more')}
      </MenuPart>
    </div>
  );
}

export function TextInput() {
  const [family, setFamily] = useState('');
  const [note, setNote] = useState('');
  return (
    <div class="kit-form">
      <TextInputPart name="family" label={t('kit.family')} hint={t('kit.family_hint')} required value={family} onChange={setFamily} />
      <TextInputPart name="family-wrong" label={t('kit.family')} error={t('kit.family_wrong')} required value={family} onChange={setFamily} />
      <TextInputPart name="note" label={t('kit.note')} rows={3} value={note} onChange={setNote} />
    </div>
  );
}

export function DateField() {
  const [birthday, setBirthday] = useState<string | null>(null);
  const [deadline, setDeadline] = useState<string | null>('2026-11-23');
  return (
    <div class="kit-form">
      <DateFieldPart name="birthday" label={t('kit.birthday')} required calendar="none" value={birthday} onChange={setBirthday} />
      <DateFieldPart name="deadline" label={t('kit.deadline')} required value={deadline} onChange={setDeadline} />
    </div>
  );
}

export function Select() {
  const [channel, setChannel] = useState('');
  return (
    <div class="kit-form">
      <SelectPart name="channel-select" label={t('kit.channel')} empty={t('kit.any')} value={channel} choices={channels()} onChange={setChannel} />
    </div>
  );
}

export function Combobox() {
  const [centre, setCentre] = useState<Option | null>(null);
  return (
    <div class="kit-form">
      <ComboboxPart name="centre" label={t('kit.centre')} required value={centre} onChange={setCentre} search={findCentres} />
    </div>
  );
}

export function Choices() {
  const [channel, setChannel] = useState('home');
  const [several, setSeveral] = useState<string[]>(['remote']);
  return (
    <div class="kit-form">
      <RadioGroupPart name="channel" label={t('kit.channel')} required value={channel} choices={channels()} onChange={setChannel} />
      <CheckGroupPart name="channels" label={t('kit.channel')} values={several} choices={channels()} onChange={setSeveral} />
    </div>
  );
}

export function FileDrop() {
  const [files, setFiles] = useState<File[]>([new File(['x'.repeat(90000)], 'order-118.pdf')]);
  return (
    <div class="kit-form">
      <FileDropPart name="document" label={t('kit.document')} accept=".pdf" multiple required files={files} onChange={setFiles} />
    </div>
  );
}
