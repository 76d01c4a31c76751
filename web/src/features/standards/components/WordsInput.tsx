import type { Language } from '../../../lib/messages';
import { TextInput } from '../../../ui/TextInput';
import type { Words } from '../api';

export interface WordsInputProps {
  name: string;
  label: string;
  language: Language;
  value: Words | undefined;
  required?: boolean;
  rows?: number;
  error?: string | undefined;
  onChange(value: Words): void;
}

/** A text in one language; in another one the Russian text stands beside it. */
export function WordsInput({ name, label, language, value, required, rows = 0, error, onChange }: WordsInputProps) {
  const change = (text: string) => {
    const next: Words = { ...(value ?? { ru: '' }), [language]: text };
    if (language !== 'ru' && !text) delete next[language];
    onChange(next);
  };
  return (
    <TextInput name={`${name}/${language}`} label={label} required={required && language === 'ru'} rows={rows} maxLength={rows ? 20000 : 300}
      hint={language === 'ru' ? undefined : value?.ru} error={error} value={value?.[language] ?? ''} onChange={change} />
  );
}
