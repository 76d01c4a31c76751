import { t } from '../../../lib/messages';
import type { Reason } from '../api';

const words = (reasons: readonly Reason[], against: boolean) => reasons.filter((each) => each.against === against).map((each) => each.text.toLocaleLowerCase()).join(', ');

/** How probable it is that the two are one, what speaks for it and what against. */
export function Reasons({ percent, reasons }: { percent: number; reasons: readonly Reason[] }) {
  const differs = words(reasons, true);
  return (
    <div class="muted">
      {t('duplicates.percent', { percent })}: {words(reasons, false)}
      {differs && <> · {t('duplicates.differs')}: {differs}</>}
    </div>
  );
}
