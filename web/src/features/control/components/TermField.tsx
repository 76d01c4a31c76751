import { t } from '../../../lib/messages';
import { RadioGroup } from '../../../ui/RadioGroup';
import { terms } from '../model/words';

export function TermField({ value, error, onChange }: { value: number; error?: string | undefined; onChange(days: number): void }) {
  return (
    <RadioGroup name="days" label={t('control.term_label')} layout="row" value={String(value)} error={error} onChange={(days) => onChange(Number(days))}
      choices={terms.map((days) => ({ value: String(days), label: t('control.in_days', { days }) }))} />
  );
}
