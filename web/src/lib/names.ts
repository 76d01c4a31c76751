export interface PersonName {
  family: string;
  given: string;
  patronymic?: string | null;
  address?: string | null;
}

function initial(word: string | null | undefined): string {
  const letter = word?.trim().charAt(0);
  return letter ? `${letter.toLocaleUpperCase()}.` : '';
}

/** For lists: family name and initials. */
export function listName(name: PersonName): string {
  return [name.family, initial(name.given), initial(name.patronymic)].filter(Boolean).join('\u00a0');
}

/** For cards and documents: everything as it was written. */
export function cardName(name: PersonName): string {
  return [name.family, name.given, name.patronymic].filter(Boolean).join(' ');
}

/** For letters and calls: as the person asked, otherwise given name and patronymic. */
export function addressName(name: PersonName): string {
  return name.address || [name.given, name.patronymic].filter(Boolean).join(' ');
}
