import type { Schemas, Sent } from '../../lib/api';
import { useDistricts } from '../../lib/directory';
import { numberFields } from '../../lib/person_numbers';
import { t } from '../../lib/messages';
import { DateField } from '../DateField';
import { RadioGroup } from '../RadioGroup';
import { Select } from '../Select';
import { TextInput } from '../TextInput';
import { AlikePeople } from './AlikePeople';
import type { KnownPerson } from './same';
import './PersonFields.css';

/** What is typed about a person; `number` is a СНИЛС or an ИИН. */
export interface PersonDraft {
  family_name: string;
  given_name: string;
  patronymic: string;
  birth: string;
  death: string;
  sex: '' | Schemas['Person']['sex'];
  number: string;
  district: string;
  phone: string;
  address: string;
  /** Why it is nobody of those who are alike; asked only when somebody is. */
  namesake?: string;
}

export const noPerson: PersonDraft = {
  family_name: '', given_name: '', patronymic: '', birth: '', death: '', sex: '', number: '', district: '', phone: '', address: '',
};

function given(text: string): string | undefined {
  return text.trim() || undefined;
}

export type PersonBody = Sent<Schemas['Person']>;

/** As the server takes it: what is empty is absent. Forms ask for the sex before they send. */
export function personBody(draft: PersonDraft): PersonBody {
  return {
    family_name: draft.family_name.trim(),
    given_name: draft.given_name.trim(),
    patronymic: given(draft.patronymic),
    birth: draft.birth,
    death: given(draft.death),
    sex: draft.sex as PersonBody['sex'],
    ...numberFields(draft.number),
    district: given(draft.district),
    phone: given(draft.phone),
    address: given(draft.address),
  };
}

/** What stands beside a person who is typed anew. */
export function namesakeField(draft: PersonDraft): { namesake?: string } {
  return draft.namesake ? { namesake: draft.namesake } : {};
}

// A patronymic tells the sex, so that a desk types one thing less.
const female = /(вна|ична|инична|қызы|кызы)$/i;
const male = /(вич|ьич|ич|ұлы|улы)$/i;

export function sexByPatronymic(patronymic: string): PersonDraft['sex'] {
  return female.test(patronymic.trim()) ? 'female' : male.test(patronymic.trim()) ? 'male' : '';
}

export interface PersonFieldsProps {
  value: PersonDraft;
  onChange(next: PersonDraft): void;
  errors: Record<string, string>;
  /** Pointer of the person in the request: `person/`, `participants/2/new_person/`. */
  at?: string;
  death?: boolean;
  /** Somebody new is typed: whoever on the register is alike may be taken instead. */
  onTake?(person: KnownPerson): void;
}

export function PersonFields({ value, onChange, errors, at = '', death, onTake }: PersonFieldsProps) {
  const districts = useDistricts();
  // Other words are another question.
  const set = (change: Partial<PersonDraft>) => onChange({ ...value, namesake: '', ...change });
  const text = (name: 'family_name' | 'given_name' | 'phone' | 'address', extra: { required?: boolean; type?: 'tel' } = {}) => (
    <TextInput name={`${at}${name}`} label={t(`person.${name}`)} value={value[name]} error={errors[`${at}${name}`]} onChange={(next) => set({ [name]: next })} {...extra} />
  );
  return (
    <div class="person-fields">
      {text('family_name', { required: true })}
      {text('given_name', { required: true })}
      <TextInput
        name={`${at}patronymic`}
        label={t('person.patronymic')}
        value={value.patronymic}
        error={errors[`${at}patronymic`]}
        onChange={(patronymic) => set({ patronymic, sex: sexByPatronymic(patronymic) || value.sex })}
      />
      <DateField
        name={`${at}birth`}
        label={t('person.birth')}
        hint={t('person.birth_hint')}
        required
        calendar="none"
        value={value.birth || null}
        error={errors[`${at}birth`]}
        onChange={(day) => set({ birth: day ?? '' })}
      />
      <RadioGroup
        name={`${at}sex`}
        label={t('person.sex')}
        required
        layout="row"
        value={value.sex}
        error={errors[`${at}sex`]}
        choices={[{ value: 'female', label: t('person.sex.female') }, { value: 'male', label: t('person.sex.male') }]}
        onChange={(sex) => set({ sex: sex as PersonDraft['sex'] })}
      />
      <TextInput
        name={`${at}snils`}
        label={t('person.number')}
        hint={t('person.number_hint')}
        inputMode="numeric"
        value={value.number}
        error={errors[`${at}snils`] ?? errors[`${at}iin`]}
        onChange={(number) => set({ number })}
      />
      <Select
        name={`${at}district`}
        label={t('person.district')}
        empty={t('person.district_unknown')}
        value={value.district}
        error={errors[`${at}district`]}
        choices={(districts.data ?? []).map((each) => ({ value: each.id, label: each.title }))}
        onChange={(district) => set({ district })}
      />
      {text('phone', { type: 'tel' })}
      <div class="person-address">{text('address')}</div>
      {onTake && <AlikePeople draft={value} onTake={onTake} />}
      {death && (
        <DateField
          name={`${at}death`}
          label={t('person.death')}
          calendar="none"
          value={value.death || null}
          error={errors[`${at}death`]}
          onChange={(day) => set({ death: day ?? '' })}
        />
      )}
    </div>
  );
}
