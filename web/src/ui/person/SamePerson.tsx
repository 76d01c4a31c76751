import { today } from '../../lib/dates';
import { t } from '../../lib/messages';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { lifeWords } from './age';
import type { KnownPerson, Same } from './same';

export interface SamePersonProps {
  same: Same | null;
  /** It is this person after all. */
  onTake(person: KnownPerson): void;
  /** Somebody else of the same name. */
  onOther(): void;
  onClose(): void;
}

export function SamePerson({ same, onTake, onOther, onClose }: SamePersonProps) {
  return (
    <Dialog title={t('person.same')} open={same !== null} onClose={onClose}>
      {same && (
        <div class="stack">
          <p>
            <strong>{same.person.name}</strong>, {lifeWords(same.person.birth, same.person.death, today())}
          </p>
          <p>{same.by === 'number' ? t('person.same_number') : t('person.same_name')}</p>
          <div class="page-actions">
            <Button onClick={() => onTake(same.person)}>{t('person.same_take')}</Button>
            {same.by === 'name' && <Button onClick={onOther}>{t('person.same_other')}</Button>}
            <Button kind="quiet" onClick={onClose}>{t('person.same_back')}</Button>
          </div>
        </div>
      )}
    </Dialog>
  );
}
