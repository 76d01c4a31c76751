import { useState } from 'preact/hooks';
import { fold } from '../../../lib/fold';
import { t, textOfCode } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Field, fieldId, type FieldProps } from '../../../ui/Field';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';

/** The words that packages use, so that readiness finds what a centre has. */
export const roomKinds = [
  'demo_room', 'rental_store', 'sensory', 'relaxation', 'workshop', 'kitchen', 'training_hall', 'adaptive_pe_hall', 'class', 'consulting', 'quiet_room', 'reception', 'cleaning_area', 'office', 'bedroom', 'garage',
] as const;
export const equipmentKinds = [
  'balance_pad', 'bath_board', 'bicycle', 'bubble_tube', 'camera', 'cane', 'chair_cp', 'communicator', 'computer', 'crutch_elbow', 'cushion',
  'disinfection_kit', 'dressing_aid', 'exercise_bike', 'finnish_sled', 'first_aid_kit', 'functional_bed', 'furniture', 'gait_trainer', 'glucometer',
  'gym_ball', 'hand_trainer', 'headset', 'hygiene_kit', 'kick_scooter', 'kitchen_aids', 'kitchen_set', 'light_panel', 'mannequin', 'mattress_air',
  'nordic_sticks', 'other', 'overbed_table', 'oximeter', 'oxygen_concentrator', 'parallel_bars', 'patient_lift', 'phone', 'printer', 'projector',
  'rollator', 'safe_box', 'sensory_kit', 'shower_chair', 'sliding_sheet', 'soft_modules', 'sound_system', 'stander', 'step_ramp', 'thermal_bag',
  'toilet_chair', 'tonometer', 'vehicle', 'walker', 'weighted_blanket', 'wheelchair_bariatric', 'wheelchair_indoor', 'wheelchair_outdoor',
  'workshop_tools',
] as const;
export const qualificationCodes = [
  'social_work_specialist', 'social_worker', 'care_aide', 'care_instructor', 'nurse', 'psychologist', 'clinical_psychologist', 'special_teacher', 'speech_therapist', 'occupational_therapist',
  'exercise_therapist', 'rehabilitation_specialist', 'adaptive_pe_instructor', 'labour_instructor', 'volunteer_coordinator', 'teacher', 'methodist', 'driver',
] as const;

export const roomWords = (code: string) => textOfCode(`network.room_kind.${code}`, code);
export const equipmentWords = (code: string) => textOfCode(`network.equipment_kind.${code}`, code);
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

const otherKind = ' other';

/** A kind is chosen by its title. One that a package brought or that a centre needs is typed; typed words of a known kind are
 * that kind, or readiness would not find it. */
export function KindInput({ value, codes, words, onChange, ...field }: CodeInputProps) {
  const [typing, setTyping] = useState(false);
  const [own, setOwn] = useState('');
  const known = [...new Set([...codes, ...(value && !typing ? [value] : [])])];
  const choices = known.map((code) => ({ value: code, label: words(code) })).sort((a, b) => a.label.localeCompare(b.label));
  const type = (text: string) => {
    setOwn(text);
    onChange(codes.find((code) => fold(words(code)) === fold(text)) ?? text.trim());
  };
  return (
    <>
      <Select
        {...field}
        empty={t('network.kind_choose')}
        value={typing ? otherKind : value}
        choices={[...choices, { value: otherKind, label: t('network.kind_other') }]}
        onChange={(next) => {
          setTyping(next === otherKind);
          if (next === otherKind) type('');
          else onChange(next);
        }}
      />
      {typing && <TextInput name={`${field.name}/own`} label={t('network.kind_own')} hint={t('network.kind_own_hint')} required maxLength={60} value={own} onChange={type} />}
    </>
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
