import { t } from '../../../lib/messages';
import type { Outcome } from '../model/types';

/** Both numbers of every share, so that a small event does not look like a rule. */
export function OutcomeText({ outcome }: { outcome: Outcome }) {
  if (outcome.attended === 0) return <>{t('exchange.nobody_came')}</>;
  return <>{t('exchange.outcome', { ...outcome })}</>;
}
