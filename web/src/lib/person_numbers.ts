// СНИЛС has 11 digits and ИИН 12; both carry a check, which the server makes again.
export function digitsOf(written: string): string | null {
  const digits = written.replace(/[\s\-\u00a0]/g, '');
  return /^\d*$/.test(digits) ? digits : null;
}

export function formatSnils(digits: string): string {
  return digits.replace(/^(\d{3})(\d{3})(\d{3})(\d{2})$/, '$1-$2-$3\u00a0$4');
}

/** A number as it was typed, in the field of its kind. A wrong length stays, so that the server says what is wrong. */
export function numberFields(written: string): { snils?: string; iin?: string } {
  const digits = digitsOf(written);
  if (digits === '' || written.trim() === '') return {};
  return digits?.length === 12 ? { iin: digits } : { snils: digits ?? written.trim() };
}
