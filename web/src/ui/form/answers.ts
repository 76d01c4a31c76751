// What is typed and chosen, and the answers that it becomes. Pure.
import type { SheetField } from './sheet';

/** One text a field; of several choices their ids with blanks between. */
export type Typed = Record<string, string>;
export type Answers = Record<string, unknown>;

/** So many choices are pressed faster than typed. */
const mostPressed = 11;

export function pressed(field: SheetField): string[] | null {
  if (field.type !== 'integer' || field.min === undefined || field.max === undefined || field.max - field.min >= mostPressed) return null;
  const { min, max } = field;
  return Array.from({ length: max - min + 1 }, (_, at) => String(min + at));
}

/** A text that is no number goes as it is: the server names the field. */
function number(text: string): unknown {
  const read = Number(text.replace(',', '.'));
  return Number.isFinite(read) ? read : text;
}

function answer(field: SheetField, text: string): unknown {
  switch (field.type) {
    case 'integer':
    case 'decimal':
      return number(text);
    case 'boolean':
      return text === 'yes';
    case 'choices':
      return text.split(' ').filter(Boolean);
    default:
      return text;
  }
}

export function answersOf(fields: readonly SheetField[], typed: Typed): Answers {
  const given = fields.map((field) => [field, (typed[field.id] ?? '').trim()] as const).filter(([, text]) => text !== '');
  return Object.fromEntries(given.map(([field, text]) => [field.id, answer(field, text)]));
}

export function typedOf(fields: readonly SheetField[], answers: Answers): Typed {
  const text = (field: SheetField, value: unknown): string => {
    if (field.type === 'boolean') return value ? 'yes' : 'no';
    if (Array.isArray(value)) return value.join(' ');
    return field.type === 'decimal' ? String(value).replace('.', ',') : String(value);
  };
  return Object.fromEntries(fields.filter(({ id }) => id in answers).map((field) => [field.id, text(field, answers[field.id])]));
}

/** Questions of one screen: as many short ones as a phone shows, a long text alone. */
export function screensOf(fields: readonly SheetField[]): SheetField[][] {
  const screens: SheetField[][] = [];
  let room = 0;
  for (const field of fields) {
    const size = field.type === 'text' ? 4 : Math.max(1, Math.ceil(field.options.length / 4));
    if (room < size || screens.length === 0) {
      screens.push([]);
      room = 5;
    }
    screens[screens.length - 1]?.push(field);
    room -= size;
  }
  return screens;
}

export function forgotten(fields: readonly SheetField[], typed: Typed): SheetField[] {
  return fields.filter((field) => field.required && !(typed[field.id] ?? '').trim());
}
