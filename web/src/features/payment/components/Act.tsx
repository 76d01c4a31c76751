import { useState } from 'preact/hooks';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { DateField } from '../../../ui/DateField';
import { TextInput } from '../../../ui/TextInput';

/** The act behind new values: from which day, until which, and what it is called. */
export interface ActForm {
  valid_from: Day | null;
  valid_to: Day | null;
  ground: string;
}

export function useAct() {
  return useState<ActForm>({ valid_from: null, valid_to: null, ground: '' });
}

export function Act({ act, errors, onChange }: { act: ActForm; errors: Record<string, string>; onChange(act: ActForm): void }) {
  return (
    <div class="pay-fields">
      <DateField name="valid_from" label={t('payment.valid_from')} hint="" required value={act.valid_from} error={errors.valid_from} onChange={(valid_from) => onChange({ ...act, valid_from })} />
      <DateField name="valid_to" label={t('payment.valid_to')} hint="" value={act.valid_to} error={errors.valid_to} onChange={(valid_to) => onChange({ ...act, valid_to })} />
      <TextInput name="ground" label={t('payment.ground')} hint={t('payment.ground_hint')} required maxLength={300} value={act.ground} error={errors.ground} onChange={(ground) => onChange({ ...act, ground })} />
    </div>
  );
}
