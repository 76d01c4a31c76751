import { t } from '../../../lib/messages';
import { TextInput } from '../../../ui/TextInput';

const languages = ['ru', 'kk', 'en'] as const;

/** Only those languages in which something is written. */
export const written = (words: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(Object.entries(words).filter(([, text]) => text.trim() !== ''));

export interface TitlesProps {
  /** Where the words stand in the request. */
  name: string;
  label(language: string): string;
  value: Readonly<Record<string, string>>;
  errors: Readonly<Record<string, string>>;
  rows?: number;
  maxLength?: number;
  onChange(value: Record<string, string>): void;
}

/** The same text in the languages of the region; only the Russian one is required. */
export function Titles({ name, label, value, errors, rows, maxLength = 300, onChange }: TitlesProps) {
  return (
    <>
      {languages.map((each) => (
        <TextInput
          key={each}
          name={`${name}/${each}`}
          label={label(t(`people.in.${each}`))}
          required={each === 'ru'}
          maxLength={maxLength}
          value={value[each] ?? ''}
          error={errors[`${name}/${each}`]}
          onChange={(text) => onChange({ ...value, [each]: text })}
          {...(rows ? { rows } : {})}
        />
      ))}
    </>
  );
}
