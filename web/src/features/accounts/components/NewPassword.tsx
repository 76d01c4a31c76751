import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { TextInput } from '../../../ui/TextInput';

export interface NewPasswordProps {
  name: string;
  value: string;
  error?: string | undefined;
  onChange(value: string): void;
}

/** Typed once and shown on request: a second field would only be pasted into. */
export function NewPassword({ name, value, error, onChange }: NewPasswordProps) {
  const [shown, setShown] = useState(false);
  return (
    <div class="stack new-password">
      <TextInput name={name} label={t('accounts.new_password')} hint={t('accounts.password_hint')} required type={shown ? 'text' : 'password'} autocomplete="new-password" value={value} error={error} onChange={onChange} />
      <div class="show-password">
        <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>{t('accounts.show_password')}</Button>
      </div>
    </div>
  );
}
