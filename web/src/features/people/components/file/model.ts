import type { Schemas } from '../../../../lib/api';
import { locale, today, type Day } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';

export type FileView = Schemas['PersonalFileView'];
export type PersonalFile = FileView['file'];
export type FormerName = Schemas['FormerName'];
export type PersonDocument = Schemas['PersonDocument'];
export type Address = Schemas['PersonAddress'];
export type Phone = Schemas['PersonPhone'];
export type Relative = Schemas['PersonRelative'];
export type Representative = Schemas['PersonRepresentative'];
export type Ground = Schemas['PersonGround'];
export type ListedWord = Schemas['PersonListedWord'];

export const documentKinds: readonly PersonDocument['kind'][] = [
  'passport', 'birth_certificate', 'identity_card', 'medical_policy', 'pension_certificate', 'disability_certificate', 'rehab_programme',
  'benefit_certificate', 'foreign_passport', 'residence_permit', 'other',
];
export const addressKinds: readonly Address['kind'][] = ['residence', 'registration', 'temporary'];
export const kinships: readonly Relative['kinship'][] = ['spouse', 'child', 'parent', 'sibling', 'grandchild', 'grandparent', 'other_relative', 'unrelated'];
export const authorities: readonly Representative['authority'][] = ['parent', 'adoptive_parent', 'guardian', 'trustee', 'foster_carer', 'proxy', 'organisation'];
/** Spoken in the regions that this is for; rsl is the Russian sign language. */
export const languages = ['ru', 'kk', 'rsl', 'tt', 'ba', 'cv', 'uk', 'de', 'hy', 'az', 'uz', 'ky', 'tg', 'en'] as const;

/** In the reader's language; browsers lack the names of some. */
export function languageName(code: string): string {
  if (code === 'rsl' || code === 'ba' || code === 'cv') return t(`people.language.${code}`);
  return new Intl.DisplayNames([locale()], { type: 'language' }).of(code) ?? code;
}

/** The item with the field, or without it when nothing is left of it. */
export function withField<T extends object, K extends keyof T>(item: T, field: K, value: T[K] | '' | null): T {
  const { [field]: _, ...rest } = item;
  return (value === '' || value === null || value === undefined ? rest : { ...rest, [field]: value }) as T;
}

export const holds = (item: { since?: Day; until?: Day }, day = today()): boolean => (!item.since || item.since <= day) && (!item.until || item.until >= day);

export function addressLine(address: Address, words: { house: string; block: string; flat: string }): string {
  const { postcode, region, area, settlement, street, house, block, flat } = address;
  const line = [postcode, region, area, settlement, street, house && `${words.house} ${house}`, block && `${words.block} ${block}`, flat && `${words.flat} ${flat}`]
    .filter(Boolean)
    .join(', ');
  if (!address.landmark) return line;
  return line ? `${line} (${address.landmark})` : address.landmark;
}

export function isEmpty(view: FileView): boolean {
  return view.named_by.length === 0 && Object.values(view.file).every((list) => list.length === 0);
}
