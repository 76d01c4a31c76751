import { titleOf } from '../../lib/directory';
import { t } from '../../lib/messages';
import { CheckGroup } from '../CheckGroup';
import { DateField } from '../DateField';
import { RadioGroup } from '../RadioGroup';
import { TextInput } from '../TextInput';
import type { SheetField } from './sheet';
import { pressed } from './answers';

export interface QuestionProps {
  field: SheetField;
  value: string;
  error: string | undefined;
  onChange(value: string): void;
}

function rangeWords({ min, max }: SheetField): string | undefined {
  return min !== undefined && max !== undefined ? t('form.range', { min, max }) : undefined;
}

/** One question as a native control: arrows move between choices, Enter goes on. */
export function Question({ field, value, error, onChange }: QuestionProps) {
  const unit = field.unit ? `, ${field.unit}` : '';
  const shared = { name: `answers/${field.id}`, label: titleOf(field.titles) + unit, required: field.required, error, hint: field.help ? titleOf(field.help) : undefined };
  const numbers = pressed(field);
  if (numbers) return <RadioGroup {...shared} layout="row" value={value} choices={numbers.map((each) => ({ value: each, label: each }))} onChange={onChange} />;
  switch (field.type) {
    case 'boolean':
      return <RadioGroup {...shared} layout="row" value={value} choices={[{ value: 'yes', label: t('form.yes') }, { value: 'no', label: t('form.no') }]} onChange={onChange} />;
    case 'choice':
      return <RadioGroup {...shared} value={value} choices={field.options.map((each) => ({ value: each.id, label: titleOf(each.titles) }))} onChange={onChange} />;
    case 'choices':
      return (
        <CheckGroup {...shared} values={value.split(' ').filter(Boolean)} choices={field.options.map((each) => ({ value: each.id, label: titleOf(each.titles) }))} onChange={(all) => onChange(all.join(' '))} />
      );
    case 'date':
      return <DateField {...shared} value={value || null} onChange={(day) => onChange(day ?? '')} />;
    case 'text':
      return <TextInput {...shared} rows={4} maxLength={4000} value={value} onChange={onChange} />;
    case 'integer':
    case 'decimal':
      return <TextInput {...shared} hint={shared.hint ?? rangeWords(field)} size="short" inputMode={field.type === 'integer' ? 'numeric' : 'decimal'} value={value} onChange={onChange} />;
    case 'time':
      return <TextInput {...shared} hint={shared.hint ?? t('form.time_hint')} size="short" maxLength={5} value={value} onChange={onChange} />;
    default:
      return <TextInput {...shared} maxLength={300} value={value} onChange={onChange} />;
  }
}
