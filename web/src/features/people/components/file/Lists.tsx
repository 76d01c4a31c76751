import { useQuery } from '@tanstack/preact-query';
import { titleOf } from '../../../../lib/directory';
import { today, type Day } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import { DateField } from '../../../../ui/DateField';
import { Select } from '../../../../ui/Select';
import { TextInput } from '../../../../ui/TextInput';
import { getLists } from '../../api';
import { ItemList } from './ItemList';
import { addressKinds, documentKinds, withField, type Address, type FormerName, type Ground, type ListedWord, type PersonDocument, type Phone } from './model';

export interface ListProps<T> {
  items: T[];
  errors: Record<string, string>;
  onChange(items: T[]): void;
}

type Texts<T> = { [K in keyof T]-?: string extends T[K] ? K : never }[keyof T] & string;

/** The fields of one item: a text or a day that may be left empty. */
export function fieldsOf<T extends object>(item: T, change: (next: T) => void, at: string, errors: Record<string, string>) {
  return {
    text: (field: Texts<T>, label: string, extra: { required?: boolean; hint?: string; maxLength?: number; type?: 'tel'; size?: 'short' } = {}) => (
      <TextInput
        name={`${at}${field}`}
        label={label}
        value={(item[field] as string | undefined) ?? ''}
        error={errors[`${at}${field}`]}
        onChange={(value) => change(extra.required ? { ...item, [field]: value } : withField(item, field, value as T[typeof field]))}
        {...extra}
      />
    ),
    day: (field: Texts<T>, label: string, extra: { required?: boolean } = {}) => (
      <DateField
        name={`${at}${field}`}
        label={label}
        hint=""
        calendar="none"
        value={(item[field] as Day | undefined) || null}
        error={errors[`${at}${field}`]}
        onChange={(day) => change(extra.required ? { ...item, [field]: day ?? '' } : withField(item, field, day as T[typeof field] | null))}
        {...extra}
      />
    ),
  };
}

export function FormerNames({ items, errors, onChange }: ListProps<FormerName>) {
  return (
    <ItemList<FormerName> title={t('people.file.former_names')} name="former_names" items={items} addLabel={t('people.file.add_former_name')} blank={() => ({ family_name: '' })} itemTitle={(item) => item.family_name || t('people.file.former_name')} onChange={onChange}>
      {(item, change, at) => {
        const { text, day } = fieldsOf(item, change, at, errors);
        return (
          <>
            {text('family_name', t('person.family_name'), { required: true })}
            {text('given_name', t('people.file.other_given_name'))}
            {text('patronymic', t('people.file.other_patronymic'))}
            {day('until', t('people.file.until'))}
          </>
        );
      }}
    </ItemList>
  );
}

export function Documents({ items, errors, onChange }: ListProps<PersonDocument>) {
  const kind = (each: PersonDocument['kind']) => t(`people.document.${each}`);
  return (
    <ItemList<PersonDocument> title={t('people.file.documents')} name="documents" items={items} addLabel={t('people.file.add_document')} blank={() => ({ kind: 'passport', number: '' })} itemTitle={(item) => [kind(item.kind), item.series, item.number].filter(Boolean).join(' ')} onChange={onChange}>
      {(item, change, at) => {
        const { text, day } = fieldsOf(item, change, at, errors);
        return (
          <>
            <Select name={`${at}kind`} label={t('people.file.document_kind')} required value={item.kind} choices={documentKinds.map((each) => ({ value: each, label: kind(each) }))} onChange={(next) => change({ ...item, kind: next as PersonDocument['kind'] })} />
            {text('series', t('people.file.series'))}
            {text('number', t('people.file.number'), { required: true })}
            {day('issued_on', t('people.file.issued_on'))}
            {text('issued_by', t('people.file.issued_by'))}
            {day('valid_until', t('people.file.valid_until'))}
            {text('note', t('people.file.note'))}
          </>
        );
      }}
    </ItemList>
  );
}

export function Addresses({ items, errors, onChange }: ListProps<Address>) {
  const kind = (each: Address['kind']) => t(`people.address.${each}`);
  const blank = (): Address => ({ kind: items.some((each) => each.kind === 'residence') ? 'registration' : 'residence' });
  return (
    <ItemList<Address> title={t('people.file.addresses')} name="addresses" items={items} addLabel={t('people.file.add_address')} blank={blank} itemTitle={(item) => kind(item.kind)} onChange={onChange}>
      {(item, change, at) => {
        const { text, day } = fieldsOf(item, change, at, errors);
        return (
          <>
            <Select name={`${at}kind`} label={t('people.file.address_kind')} required value={item.kind} choices={addressKinds.map((each) => ({ value: each, label: kind(each) }))} onChange={(next) => change({ ...item, kind: next as Address['kind'] })} />
            {text('postcode', t('people.file.postcode'))}
            {text('region', t('people.file.region'))}
            {text('area', t('people.file.area'))}
            {text('settlement', t('people.file.settlement'))}
            {text('street', t('people.file.street'))}
            {text('house', t('people.file.house'))}
            {text('block', t('people.file.block'))}
            {text('flat', t('people.file.flat'))}
            {text('landmark', t('people.file.landmark'), { hint: t('people.file.landmark_hint') })}
            {day('since', t('people.file.since'))}
            {day('until', t('people.file.until'))}
          </>
        );
      }}
    </ItemList>
  );
}

export function Phones({ items, errors, onChange }: ListProps<Phone>) {
  return (
    <ItemList<Phone> title={t('people.file.phones')} name="phones" items={items} addLabel={t('people.file.add_phone')} blank={() => ({ number: '' })} itemTitle={(item) => item.number || t('person.phone')} onChange={onChange}>
      {(item, change, at) => {
        const { text } = fieldsOf(item, change, at, errors);
        return (
          <>
            {text('number', t('person.phone'), { required: true, type: 'tel' })}
            {text('whose', t('people.file.whose'), { hint: t('people.file.whose_hint') })}
          </>
        );
      }}
    </ItemList>
  );
}

export const useLists = () => useQuery({ queryKey: ['persons', 'lists'], queryFn: getLists, staleTime: 3_600_000 });

interface GroundsProps extends ListProps<Ground> {
  kind: ListedWord['kind'];
}

/** A word that is no longer in force is offered where it stands already. */
export function Grounds({ kind, items, errors, onChange }: GroundsProps) {
  const list = kind === 'circumstance' ? 'circumstances' : 'categories';
  const words = (useLists().data?.items ?? []).filter((each) => each.kind === kind);
  const choices = (own: string) =>
    words.filter((each) => each.code === own || !each.until || each.until >= today()).map((each) => ({ value: each.code, label: titleOf(each.titles) }));
  const title = (code: string) => titleOf(words.find((each) => each.code === code)?.titles ?? { ru: t(`people.file.${kind}`) });
  return (
    <ItemList<Ground> title={t(`people.file.${list}`)} name={list} items={items} addLabel={t(`people.file.add_${kind}`)} blank={() => ({ code: '', since: today() })} itemTitle={(item) => title(item.code)} onChange={onChange}>
      {(item, change, at) => {
        const { text, day } = fieldsOf(item, change, at, errors);
        return (
          <>
            <Select name={`${at}code`} label={t(`people.file.${kind}`)} required empty={t('people.file.choose')} value={item.code} error={errors[`${at}code`]} choices={choices(item.code)} onChange={(code) => change({ ...item, code })} />
            {text('document', t('people.file.ground_document'))}
            {day('since', t('people.file.since'), { required: true })}
            {day('until', t('people.file.until'))}
          </>
        );
      }}
    </ItemList>
  );
}
