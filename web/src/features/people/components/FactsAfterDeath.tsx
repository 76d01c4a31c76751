import { formatDay } from '../../../lib/dates';
import { namer, titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import type { Fact } from '../api';

export interface FactsAfterDeathProps {
  facts: readonly Fact[];
  onSave(): void;
  onClose(): void;
}

/** Either the day of death or the services are wrong: whoever keeps the card sees both. */
export function FactsAfterDeath({ facts, onSave, onClose }: FactsAfterDeathProps) {
  const services = useServices();
  const service = namer(services.data, (each) => titleOf(each.titles));
  return (
    <Dialog title={t('people.facts_after_death')} open={facts.length > 0} onClose={onClose}>
      <div class="stack">
        <ul>
          {facts.slice(0, 10).map((fact) => (
            <li key={fact.id}>
              {formatDay(fact.performed_on)}, {service(fact.service)}
              {fact.worker_name && `, ${fact.worker_name}`}
            </li>
          ))}
        </ul>
        {facts.length > 10 && <p class="muted">{t('people.more_facts', { count: facts.length - 10 })}</p>}
        <p>{t('people.facts_after_death_detail')}</p>
        <div class="page-actions">
          <Button onClick={onClose}>{t('people.mend_day')}</Button>
          <Button onClick={onSave}>{t('people.save_anyway')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
