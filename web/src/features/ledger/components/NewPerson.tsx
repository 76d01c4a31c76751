import { useQuery } from '@tanstack/preact-query';
import { today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { lifeWords } from '../../../ui/person/age';
import { PersonFields, type PersonDraft } from '../../../ui/person/PersonFields';
import { useSteady } from '../../../lib/press';
import { searchPersons } from '../api';
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
  const known = value.family_name.trim().length > 1 && value.birth !== '';
  const like = useQuery({
    queryKey: ['persons', 'like', value.family_name, value.birth],
    queryFn: ({ signal }) => searchPersons({ query: value.family_name.trim(), birth: value.birth, limit: 3 }, signal),
    enabled: known,
  });
  // Whoever is alike moves the form down: not under the pointer that has just left a field.
  const alike = useSteady(known ? like.data?.items : undefined) ?? [];
  return (
    <section class="new-person" aria-label={t('ledger.new_person')}>
      <div class="new-person-head">
        <h2>{t('ledger.new_person')}</h2>
        <Button kind="quiet" onClick={onDrop}>
          {t('ledger.not_new')}
        </Button>
      </div>
      {alike.length > 0 && (
        <div class="new-person-like" role="status">
          <span>{t('ledger.like')}</span>
          {alike.map((person) => (
            <Button key={person.id} onClick={() => onChoose(chosenOf(person))}>
              {person.name}, {lifeWords(person.birth, person.death, today())}
            </Button>
          ))}
        </div>
      )}
      <PersonFields value={value} at={at} errors={errors} onChange={onChange} />
      {elsewhere && (
        <p>
          <a href="/recipients/lookup">{t('ledger.look_up')}</a>
        </p>
      )}
    </section>
  );
}
