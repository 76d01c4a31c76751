import { useEffect, useState } from 'preact/hooks';
import { today } from '../../lib/dates';
import { t } from '../../lib/messages';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { TextInput } from '../TextInput';
import { lifeWords } from './age';
import type { KnownPerson, Same } from './same';

export interface SamePersonProps {
  same: Same | null;
  /** It is this person after all. */
  onTake(person: KnownPerson): void;
  /** Somebody else of the same name, and why. */
  onOther(reason: string): void;
  onClose(): void;
}

const shortest = 10;

export function SamePerson({ same, onTake, onOther, onClose }: SamePersonProps) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  useEffect(() => {
    setReason('');
    setShort(false);
  }, [same?.person.id]);
  const other = (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < shortest) return setShort(true);
    onOther(reason.trim());
  };
  return (
    <Dialog title={t('person.same')} open={same !== null} onClose={onClose}>
      {same && (
        <form class="stack" noValidate onSubmit={other}>
          <p>
            <strong>{same.person.name}</strong>, {lifeWords(same.person.birth, same.person.death, today())}
          </p>
          <p>{same.by === 'number' ? t('person.same_number') : t('person.same_name')}</p>
          {same.by === 'name' && (
            <TextInput name="namesake" label={t('person.same_reason')} hint={t('person.reason_hint')} required rows={2} maxLength={500} value={reason} error={short ? t('person.reason_hint') : undefined} onChange={setReason} />
          )}
          <div class="page-actions">
            <Button onClick={() => onTake(same.person)}>{t('person.same_take')}</Button>
            {same.by === 'name' && <Button type="submit">{t('person.same_other')}</Button>}
            <Button kind="quiet" onClick={onClose}>{t('person.same_back')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
