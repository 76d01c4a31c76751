// What was typed to find somebody begins the card of somebody new.
import { readSearch } from '../../../lib/person_search';
import { numberFields } from '../../../lib/person_numbers';
import { noPerson, sexByPatronymic, type PersonDraft } from '../../../ui/person/PersonFields';

function capital(word: string): string {
  return word.charAt(0).toLocaleUpperCase() + word.slice(1);
}

export function beginPerson(text: string): PersonDraft {
  const asked = readSearch(text) ?? {};
  if (asked.snils) return { ...noPerson, number: Object.values(numberFields(asked.snils))[0] ?? '' };
  const [family_name = '', given_name = '', ...rest] = (asked.query ?? '').split(/\s+/).map(capital);
  const patronymic = rest.join(' ');
  return { ...noPerson, family_name, given_name, patronymic, birth: asked.birth ?? '', sex: sexByPatronymic(patronymic) };
}
