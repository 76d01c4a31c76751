import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { PersonFields, type PersonDraft } from '../../../ui/person/PersonFields';
import type { Chosen } from '../model/entry';
import { chosenOf } from './RecipientField';

export interface NewPersonProps {
  value: PersonDraft;
  at: string;
  errors: Record<string, string>;
  /** The server knows the number from another centre. */
  elsewhere: boolean;
  onChange(next: PersonDraft): void;
  onChoose(person: Chosen): void;
  onDrop(): void;
}

export function NewPerson({ value, at, errors, elsewhere, onChange, onChoose, onDrop }: NewPersonProps) {
  return (
    <section class="new-person" aria-label={t('ledger.new_person')}>
      <div class="new-person-head">
        <h2>{t('ledger.new_person')}</h2>
        <Button kind="quiet" onClick={onDrop}>
          {t('ledger.not_new')}
        </Button>
      </div>
      <PersonFields value={value} at={at} errors={errors} onChange={onChange} onTake={(person) => onChoose(chosenOf(person))} />
      {elsewhere && (
        <p>
          <a href="/recipients/lookup">{t('ledger.look_up')}</a>
        </p>
      )}
    </section>
  );
}
