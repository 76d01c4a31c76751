import { formatInstant } from '../../../lib/dates';
import { namer, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import type { Fact } from '../api';

export interface RepeatedFactsProps {
  facts: readonly Fact[];
  onAgain(): void;
  onClose(): void;
}

/** Twice on one day may be right, so the desk is asked, not refused. */
export function RepeatedFacts({ facts, onAgain, onClose }: RepeatedFactsProps) {
  const organisations = useOrganisations();
  const zone = namer(organisations.data, (each) => each.zone);
  return (
    <Dialog title={t('ledger.repeated')} open={facts.length > 0} onClose={onClose}>
      <div class="stack">
        <ul class="repeated-facts">
          {facts.map((fact) => (
            <li key={fact.id}>
              <strong>{fact.person?.name}</strong>: {t('ledger.recorded_at', { when: formatInstant(fact.recorded_at, zone(fact.organisation) || undefined) })}
              {fact.worker_name && `, ${fact.worker_name}`}
            </li>
          ))}
        </ul>
        <div class="page-actions">
          <Button onClick={onClose}>{t('ledger.not_again')}</Button>
          <Button onClick={onAgain}>{t('ledger.again')}</Button>
        </div>
      </div>
    </Dialog>
  );
}
