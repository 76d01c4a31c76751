import { useEffect, useState } from 'preact/hooks';
import { today } from '../../lib/dates';
import { asProblem, type Problem } from '../../lib/api';
import { namer, useOrganisations } from '../../lib/directory';
import { t } from '../../lib/messages';
import { Button } from '../Button';
import { Dialog } from '../Dialog';
import { ErrorSummary } from '../ErrorSummary';
import { TextInput } from '../TextInput';
import { lifeWords } from './age';
import { Reasons } from './AlikePeople';
import type { PersonDraft } from './PersonFields';
import { recognise, takeOver, type KnownPerson, type Same, type ServedElsewhere } from './same';

export interface SamePersonProps {
  same: Same | null;
  /** Whoever was typed. */
  draft: PersonDraft | null;
  /** Where somebody whom another institution serves is taken over to. */
  organisation: string;
  /** It is this person after all. */
  onTake(person: KnownPerson): void;
  /** It is none of them, and why. */
  onOther(reason: string): void;
  onClose(): void;
}

const shortest = 10;

/** A number belongs to one person, so that there is nothing to explain; names and a birth date may belong to two. */
function byNumber(same: Same): boolean {
  return same.here.some((each) => each.same_number);
}

export function SamePerson({ same, draft, organisation, onTake, onOther, onClose }: SamePersonProps) {
  const [reason, setReason] = useState('');
  const [short, setShort] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const organisations = useOrganisations();
  useEffect(() => {
    setReason('');
    setShort(false);
    setProblem(null);
  }, [same]);
  const placeOf = namer(organisations.data, (each) => each.title);
  const withReason = (run: (words: string) => void) => {
    if (reason.trim().length < shortest) return setShort(true);
    run(reason.trim());
  };
  const take = (person: KnownPerson) => {
    if (draft) recognise(person.id, draft);
    onTake(person);
  };
  const bringOver = async (found: ServedElsewhere, words: string) => {
    try {
      const { person } = await takeOver(found.lookup, organisation, words);
      take({ ...person, name: [person.family_name, person.given_name, person.patronymic].filter(Boolean).join(' ') });
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <Dialog title={t('person.same')} open={same !== null} onClose={onClose}>
      {same && (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            withReason(onOther);
          }}
        >
          <ErrorSummary problem={problem} />
          <ul class="alike-list">
            {same.here.map((person) => (
              <li key={person.id}>
                <div>
                  <strong>{person.name}</strong>, {lifeWords(person.birth, person.death, today())}
                  <Reasons alike={person} />
                </div>
                <Button onClick={() => take(person)}>{t('person.same_take')}</Button>
              </li>
            ))}
            {same.elsewhere.map((each) => (
              <li key={each.lookup}>
                <div>
                  <strong>{each.initials}</strong>, {t('person.born_in', { year: each.birthYear })}
                  <span class="alike-reasons muted">{placeOf(each.organisation) || t('person.served_by_none')}</span>
                </div>
                <Button onClick={() => withReason((words) => void bringOver(each, words))}>{t('person.take_over')}</Button>
              </li>
            ))}
          </ul>
          {byNumber(same) ? (
            <p>{t('person.same_number')}</p>
          ) : (
            <TextInput
              name="namesake"
              label={same.elsewhere.length > 0 ? t('person.same_or_over_reason') : t('person.same_reason')}
              hint={t('person.reason_hint')}
              required
              rows={2}
              maxLength={500}
              value={reason}
              error={short ? t('person.reason_hint') : undefined}
              onChange={setReason}
            />
          )}
          <div class="page-actions">
            {!byNumber(same) && <Button type="submit">{t('person.same_other')}</Button>}
            <Button kind="quiet" onClick={onClose}>{t('person.same_back')}</Button>
          </div>
        </form>
      )}
    </Dialog>
  );
}
