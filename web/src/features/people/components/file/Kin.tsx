import { useState } from 'preact/hooks';
import { today } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import { inOtherLayout, readSearch } from '../../../../lib/person_search';
import { Check } from '../../../../ui/CheckGroup';
import { Combobox, type Option } from '../../../../ui/Combobox';
import { lifeWords } from '../../../../ui/person/age';
import { Select } from '../../../../ui/Select';
import { searchPersons } from '../../api';
import { ItemList } from './ItemList';
import { fieldsOf, type ListProps } from './Lists';
import { authorities, kinships, type FileView, type Relative, type Representative } from './model';

interface KinProps<T> extends ListProps<T> {
  person: string;
  people: FileView['people'];
}

/** A person of the register is found by its name; what is not found is a name and no more. */
function Somebody<T extends { person?: string; name?: string }>({ item, at, errors, self, people, onChange }: { item: T; at: string; errors: Record<string, string>; self: string; people: FileView['people']; onChange(next: T): void }) {
  const known = people.find((each) => each.id === item.person);
  const [title, setTitle] = useState(known?.name ?? '');
  const search = async (text: string, signal: AbortSignal): Promise<Option[]> => {
    const asked = readSearch(text);
    const find = async (by: typeof asked) => (by ? (await searchPersons(by, '', signal)).items : []);
    let found = await find(asked);
    const other = asked && found.length === 0 ? inOtherLayout(asked) : null;
    if (other) found = await find(other);
    const options: Option[] = found.filter((each) => each.id !== self).slice(0, 8).map((each) => ({ id: each.id, title: each.name, note: lifeWords(each.birth, each.death, today()) }));
    return text.trim() ? [...options, { id: `name:${text.trim()}`, title: text.trim(), note: t('people.file.only_name'), aside: true }] : options;
  };
  const value: Option | null = item.person ? { id: item.person, title: title || t('people.file.person_elsewhere') } : item.name ? { id: `name:${item.name}`, title: item.name } : null;
  const take = (option: Option | null) => {
    const { person: _, name: __, ...rest } = item;
    setTitle(option?.title ?? '');
    if (!option) return onChange(rest as T);
    onChange((option.id.startsWith('name:') ? { ...rest, name: option.title } : { ...rest, person: option.id }) as T);
  };
  return <Combobox name={`${at}name`} label={t('people.file.who')} hint={t('people.file.who_hint')} required value={value} error={errors[`${at}name`] ?? errors[`${at}person`]} search={search} onChange={take} />;
}

const nameIn = (item: { person?: string; name?: string }, people: FileView['people']) => item.name ?? people.find((each) => each.id === item.person)?.name ?? '';

export function Relatives({ person, people, items, errors, onChange }: KinProps<Relative>) {
  const kin = (each: Relative['kinship']) => t(`people.kinship.${each}`);
  return (
    <ItemList<Relative> title={t('people.file.relatives')} name="relatives" items={items} addLabel={t('people.file.add_relative')} blank={() => ({ kinship: 'child', lives_together: false })} itemTitle={(item) => `${kin(item.kinship)} ${nameIn(item, people)}`} onChange={onChange}>
      {(item, change, at) => {
        const { text } = fieldsOf(item, change, at, errors);
        return (
          <>
            <Somebody item={item} at={at} errors={errors} self={person} people={people} onChange={change} />
            <Select name={`${at}kinship`} label={t('people.file.kinship')} required value={item.kinship} choices={kinships.map((each) => ({ value: each, label: kin(each) }))} onChange={(next) => change({ ...item, kinship: next as Relative['kinship'] })} />
            {text('phone', t('person.phone'), { type: 'tel' })}
            {text('note', t('people.file.note'))}
            <Check label={t('people.file.lives_together')} checked={item.lives_together} onChange={(lives_together) => change({ ...item, lives_together })} />
          </>
        );
      }}
    </ItemList>
  );
}

export function Representatives({ person, people, items, errors, onChange }: KinProps<Representative>) {
  const right = (each: Representative['authority']) => t(`people.authority.${each}`);
  return (
    <ItemList<Representative> title={t('people.file.representatives')} name="representatives" items={items} addLabel={t('people.file.add_representative')} blank={() => ({ authority: 'guardian', document: '', since: today() })} itemTitle={(item) => `${right(item.authority)} ${nameIn(item, people)}`} onChange={onChange}>
      {(item, change, at) => {
        const { text, day } = fieldsOf(item, change, at, errors);
        return (
          <>
            <Somebody item={item} at={at} errors={errors} self={person} people={people} onChange={change} />
            <Select name={`${at}authority`} label={t('people.file.authority')} required value={item.authority} choices={authorities.map((each) => ({ value: each, label: right(each) }))} onChange={(next) => change({ ...item, authority: next as Representative['authority'] })} />
            {text('document', t('people.file.authority_document'), { required: true, hint: t('people.file.authority_document_hint') })}
            {text('phone', t('person.phone'), { type: 'tel' })}
            {day('since', t('people.file.since'), { required: true })}
            {day('until', t('people.file.until'))}
          </>
        );
      }}
    </ItemList>
  );
}
