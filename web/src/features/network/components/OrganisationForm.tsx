import { bodyOfRegion, useDistricts, useOrganisations, type OrganisationKind } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { wordsOf } from '../../../lib/words';
import { DateField } from '../../../ui/DateField';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import type { Body, Organisation } from '../api';
import type { FieldWords } from './RecordSheet';
import type { Editing } from './use_record';

export const kinds = wordsOf<OrganisationKind>({ authority: true, department: true, centre: true, branch: true, residential: true, remote_centre: true, partner: true, supplier: true });
export const optionalOfOrganisation = ['parent', 'district', 'closed_on'];

export function blankOrganisation(parent?: Organisation): Body<Organisation> {
  return {
    code: '', kind: !parent || !parent.parent ? 'centre' : 'branch', title: '', short_title: '', zone: parent?.zone ?? 'Europe/Moscow', address: '', phone: '', director: '',
    ...(parent ? { parent: parent.id } : {}),
    ...(parent?.parent && parent.district ? { district: parent.district } : {}),
  };
}

export function organisationFields(parent: (id?: string) => string, district: (id?: string) => string): FieldWords<Organisation>[] {
  const text = (name: 'code' | 'title' | 'short_title' | 'zone' | 'address' | 'phone' | 'director') => ({ label: t(`network.${name}`), words: (each: Body<Organisation>) => each[name] });
  return [
    text('code'), text('title'), text('short_title'),
    { label: t('network.kind'), words: (each) => t(`network.kind.${each.kind}`) },
    { label: t('network.parent'), words: (each) => parent(each.parent) },
    { label: t('network.district'), words: (each) => district(each.district) },
    text('zone'), text('address'), text('phone'), text('director'),
    { label: t('network.closed_on'), words: (each) => (each.closed_on ? formatDay(each.closed_on) : '') },
  ];
}

const zones = ['Europe/Kaliningrad', 'Europe/Moscow', 'Europe/Samara', 'Europe/Saratov', 'Asia/Yekaterinburg', 'Asia/Omsk', 'Asia/Krasnoyarsk', 'Asia/Irkutsk', 'Asia/Yakutsk', 'Asia/Vladivostok', 'Asia/Magadan', 'Asia/Kamchatka', 'Asia/Almaty', 'Asia/Aqtobe'];

export function OrganisationForm({ draft, editing }: { draft: Body<Organisation>; editing: Editing<Organisation> }) {
  const { change, errors } = editing;
  const organisations = useOrganisations();
  const districts = useDistricts();
  const body = bodyOfRegion((organisations.data ?? []).filter((each) => each.code !== draft.code));
  const second = body && !draft.parent && draft.kind !== 'partner' && draft.kind !== 'supplier';
  const text = (name: 'code' | 'title' | 'short_title' | 'address' | 'phone' | 'director', maxLength: number, required = false) => (
    <TextInput name={name} label={t(`network.${name}`)} required={required} maxLength={maxLength} value={draft[name]} error={errors[name]} onChange={(next) => change({ [name]: next })} />
  );
  return (
    <>
      {text('title', 300, true)}
      {text('short_title', 100, true)}
      {text('code', 40, true)}
      <Select name="kind" label={t('network.kind')} required value={draft.kind} error={errors.kind} choices={kinds.map((each) => ({ value: each, label: t(`network.kind.${each}`) }))} onChange={(kind) => change({ kind: kind as OrganisationKind })} />
      <Select name="parent" label={t('network.parent')} hint={second ? t('network.second_top', { title: body.short_title }) : undefined} empty={t('network.parent_none')} value={draft.parent ?? ''} error={errors.parent} choices={(organisations.data ?? []).map((each) => ({ value: each.id, label: each.short_title }))} onChange={(parent) => change({ parent })} />
      <Select name="district" label={t('network.district')} empty={t('network.district_none')} value={draft.district ?? ''} error={errors.district} choices={(districts.data ?? []).map((each) => ({ value: each.id, label: each.title }))} onChange={(district) => change({ district })} />
      <Select name="zone" label={t('network.zone')} required value={draft.zone} error={errors.zone} choices={[...new Set([...zones, draft.zone])].map((each) => ({ value: each, label: each }))} onChange={(zone) => change({ zone })} />
      {text('director', 200)}
      {text('phone', 60)}
      {text('address', 300)}
      {!editing.isNew && <DateField name="closed_on" label={t('network.closed_on')} hint={t('network.closed_hint')} value={draft.closed_on ?? null} error={errors.closed_on} onChange={(day) => change({ closed_on: day ?? '' })} />}
    </>
  );
}
