import type { PersonDraft } from '../../../ui/person/PersonFields';
import type { Person } from '../api';

export function draftOf(person: Person): PersonDraft {
  return {
    family_name: person.family_name,
    given_name: person.given_name,
    patronymic: person.patronymic ?? '',
    birth: person.birth,
    death: person.death ?? '',
    sex: person.sex,
    number: person.snils ?? person.iin ?? '',
    district: person.district ?? '',
    phone: person.phone ?? '',
    address: person.address ?? '',
  };
}

export function nameOf(person: Person): string {
  return [person.family_name, person.given_name, person.patronymic].filter(Boolean).join(' ');
}
