import { useQuery } from '@tanstack/preact-query';
import { today } from '../../lib/dates';
import { t } from '../../lib/messages';
import { useSteady } from '../../lib/press';
import { useSettled } from '../../lib/settled';
import { Button } from '../Button';
import { lifeWords } from './age';
import type { PersonDraft } from './PersonFields';
import { findAlike, recognise, tells, typedOf, type AlikePerson, type KnownPerson } from './same';

/** What speaks for one person, and what against it: three words of each are enough to decide by. */
export function Reasons({ alike }: { alike: AlikePerson }) {
  const words = (against: boolean) => alike.reasons.filter((each) => each.against === against).slice(0, 4).map((each) => each.text.toLocaleLowerCase()).join(', ');
  const differs = words(true);
  return (
    <span class="alike-reasons muted">
      {alike.same_number ? t('person.alike_number') : t('person.alike_percent', { percent: alike.percent })}: {words(false)}
      {differs && <> · {t('person.alike_differs')}: {differs}</>}
    </span>
  );
}

/** Those on the register who are like whoever is being typed; they come while the form is filled. */
export function AlikePeople({ draft, onTake }: { draft: PersonDraft; onTake(person: KnownPerson): void }) {
  const typed = useSettled(JSON.stringify(typedOf(draft)));
  const asked = tells(JSON.parse(typed));
  const found = useQuery({ queryKey: ['persons', 'alike', typed], queryFn: ({ signal }) => findAlike(JSON.parse(typed), signal), enabled: asked, placeholderData: (before) => before });
  // Whoever is alike moves the form down: not under the pointer that has just left a field.
  const alike = useSteady(asked ? found.data : undefined) ?? [];
  if (alike.length === 0) return null;
  return (
    <section class="alike" aria-label={t('person.alike')}>
      <p role="status">{t('person.alike')}</p>
      <ul class="plain">
        {alike.map((person) => (
          <li key={person.id}>
            <div>
              <strong>{person.name}</strong>, {lifeWords(person.birth, person.death, today())}
              <Reasons alike={person} />
            </div>
            <Button
              onClick={() => {
                recognise(person.id, draft);
                onTake(person);
              }}
            >
              {t('person.same_take')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
