// Whom this desk served last, offered before anything is typed. Kept in the session only.
import { session } from '../../../lib/session';
import type { Chosen } from './entry';

let owner = '';
let persons: Chosen[] = [];
let services: string[] = [];

function own(): void {
  const account = session.get()?.account.id ?? '';
  if (account !== owner) [owner, persons, services] = [account, [], []];
}

export function recentPersons(): Chosen[] {
  own();
  return persons;
}

export function rememberPerson(person: Chosen): void {
  own();
  persons = [person, ...persons.filter((each) => each.id !== person.id)].slice(0, 8);
}

export function recentServices(): readonly string[] {
  own();
  return services;
}

export function rememberService(id: string): void {
  own();
  services = [id, ...services.filter((each) => each !== id)].slice(0, 8);
}
