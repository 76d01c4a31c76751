import { useQuery } from '@tanstack/preact-query';
import { addDays, formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { noPerson, type PersonDraft } from '../../../ui/person/PersonFields';
import { focusField } from '../../../ui/ErrorSummary';
import { getFacts, type Fact } from '../api';
import type { Chosen, Member } from '../model/entry';
import { NewPerson } from './NewPerson';
import { RecipientField } from './RecipientField';

export interface GroupFieldsProps {
  organisation: string;
  service: string;
  today: string;
  members: Member[];
  errors: Record<string, string>;
  elsewhere: boolean;
  onChange(change: (before: Member[]) => Member[]): void;
}

interface Visitor extends Chosen {
  last: string;
}

function visitors(facts: readonly Fact[], service: string): Visitor[] {
  const found = new Map<string, Visitor>();
  for (const { service: own, person, performed_on, reverses, reversed_by } of facts) {
    if (own !== service || !person?.id || !person.name || reverses || reversed_by || found.has(person.id)) continue;
    found.set(person.id, { id: person.id, title: person.name, last: performed_on });
  }
  return [...found.values()].sort((a, b) => a.title.localeCompare(b.title));
}

let made = 0;
function keyOfNew(): string {
  made += 1;
  return `new-${made}`;
}

export function GroupFields({ organisation, service, today, members, errors, elsewhere, onChange }: GroupFieldsProps) {
  const facts = useQuery({
    queryKey: ['facts', 'visitors', organisation, today],
    queryFn: () => getFacts({ organisation, from: addDays(today, -60), limit: 200 }),
    enabled: organisation !== '' && service !== '',
  });
  const came = visitors(facts.data?.items ?? [], service);
  const has = (id: string) => members.some((each) => each.person?.id === id);
  const add = (person: Chosen) => onChange((before) => (before.some((each) => each.person?.id === person.id) ? before : [...before, { key: person.id, person, fresh: null }]));
  const listed = members.filter((each) => each.fresh || !came.some((one) => one.id === each.person?.id));
  const drop = (key: string) => onChange((before) => before.filter((each) => each.key !== key));
  const replace = (key: string, next: Partial<Member>) => onChange((before) => before.map((each) => (each.key === key ? { ...each, ...next } : each)));
  const addNew = (fresh: PersonDraft) => {
    const at = members.length;
    onChange((before) => [...before, { key: keyOfNew(), person: null, fresh }]);
    setTimeout(() => focusField(`participants/${at}/new_person/${fresh.family_name ? (fresh.given_name ? 'birth' : 'given_name') : 'family_name'}`));
  };

  return (
    <div class="group-fields">
      <RecipientField name="participants" label={t('ledger.add_person')} value={null} error={errors.participants} onChoose={(person) => person && add(person)} onNew={addNew} />
      {came.length > 0 && (
        <fieldset class="group-came">
          <legend class="field-label">{t('ledger.came')}</legend>
          <Button kind="quiet" onClick={() => came.forEach((each) => add(each))}>
            {t('ledger.tick_all', { count: came.length })}
          </Button>
          <div class="group-ticks">
            {came.map((each) => (
              <Check
                key={each.id}
                label={each.title}
                hint={t('ledger.last_time', { day: formatDay(each.last) })}
                checked={has(each.id)}
                onChange={(on) => (on ? add(each) : drop(each.id))}
              />
            ))}
          </div>
        </fieldset>
      )}
      {members.length > 0 && <p class="group-count" role="status">{t('ledger.members_count', { count: members.length })}</p>}
      {listed.length > 0 && (
        <section class="group-members" aria-label={t('ledger.members')}>
          <ol>
            {members.map(({ key, person, fresh }, index) => listed.some((each) => each.key === key) && (
              <li key={key}>
                {person && (
                  <div class="group-member">
                    <span>
                      {person.title} {person.note && <span class="muted">{person.note}</span>}
                      {errors[`participants/${index}/person`] && <span class="field-error">{errors[`participants/${index}/person`]}</span>}
                      {errors[`participants/${index}/performed_on`] && <span class="field-error">{errors[`participants/${index}/performed_on`]}</span>}
                    </span>
                    <Button kind="quiet" icon="close" name={t('ledger.remove_member', { name: person.title })} onClick={() => drop(key)} />
                  </div>
                )}
                {fresh && (
                  <NewPerson
                    value={fresh}
                    at={`participants/${index}/new_person/`}
                    errors={errors}
                    elsewhere={elsewhere}
                    onChange={(next) => replace(key, { fresh: next })}
                    onChoose={(chosen) => (has(chosen.id) ? drop(key) : replace(key, { key: chosen.id, person: chosen, fresh: null }))}
                    onDrop={() => drop(key)}
                  />
                )}
              </li>
            ))}
          </ol>
        </section>
      )}
      <Button kind="quiet" onClick={() => addNew(noPerson)}>
        {t('ledger.add_new')}
      </Button>
    </div>
  );
}
