import { textOfCode } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Field, fieldId, type FieldProps } from '../../../ui/Field';
import { TextInput } from '../../../ui/TextInput';

/** The words that packages use, so that readiness finds what a centre has. */
export const roomKinds = [
  'demo_room', 'rental_store', 'sensory', 'relaxation', 'workshop', 'kitchen', 'training_hall', 'adaptive_pe_hall', 'class', 'consulting', 'quiet_room', 'reception', 'cleaning_area',
] as const;
export const qualificationCodes = [
  'social_work_specialist', 'social_worker', 'care_aide', 'care_instructor', 'nurse', 'psychologist', 'clinical_psychologist', 'special_teacher', 'speech_therapist', 'occupational_therapist',
  'exercise_therapist', 'rehabilitation_specialist', 'adaptive_pe_instructor', 'labour_instructor', 'volunteer_coordinator', 'teacher', 'methodist', 'driver',
] as const;

export const roomWords = (code: string) => textOfCode(`network.room_kind.${code}`, code);
export const qualificationWords = (code: string) => textOfCode(`network.qualification.${code}`, code);

export interface CodeInputProps extends FieldProps {
  value: string;
  codes: readonly string[];
  words(code: string): string;
  onChange(value: string): void;
}

/** A code of a known list, or a new one that a package brought. */
export function CodeInput({ value, codes, words, onChange, ...field }: CodeInputProps) {
  const list = `${fieldId(field.name)}-codes`;
  const meaning = words(value);
  return (
    <Field {...field} hint={value && meaning !== value ? meaning : field.hint}>
      {(control) => (
        <>
          <input {...control} class="input" list={list} value={value} autocomplete="off" spellcheck={false} maxLength={60} onInput={(event) => onChange(event.currentTarget.value)} />
          <datalist id={list}>
            {codes.map((code) => (
              <option key={code} value={code}>{words(code)}</option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}

export interface NumberInputProps extends FieldProps {
  value: number;
  onChange(value: number): void;
}

/** Whole numbers; what is no number stays zero, so that the server says what is wrong. */
export function NumberInput({ value, onChange, ...field }: NumberInputProps) {
  return <TextInput {...field} size="short" inputMode="numeric" value={String(value)} onChange={(text) => onChange(Number(text.replace(/\D/g, '')) || 0)} />;
}

export function rateWords(rate: number): string {
  return formatNumber(rate / 100, 2);
}
