import { useEffect, useState } from 'preact/hooks';
import { formatPercent } from '../lib/numbers';
import { t } from '../lib/messages';

export function Progress({ label, share }: { label: string; share: number | null }) {
  return (
    <div class="progress">
      <span class="progress-label">
        {label}
        {share !== null && <span class="progress-value">{formatPercent(share)}</span>}
      </span>
      <progress aria-label={label} max={1} value={share ?? undefined} />
    </div>
  );
}

/** A wait that ends within 300 ms shows nothing: a flash of a skeleton reads as a fault. */
export function useLongWait(waiting: boolean, after = 300): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!waiting) return setLong(false);
    const timer = setTimeout(() => setLong(true), after);
    return () => clearTimeout(timer);
  }, [waiting, after]);
  return waiting && long;
}

export function Waiting({ waiting }: { waiting: boolean }) {
  const shown = useLongWait(waiting);
  return (
    <div class="waiting" role="status">
      {shown && <span>{t('ui.loading')}</span>}
    </div>
  );
}
