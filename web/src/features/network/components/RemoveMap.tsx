import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { refreshMap, removeMap } from '../api';

/** Offered where there is a map to remove. */
export function RemoveMap() {
  const client = useQueryClient();
  const outlines = useQuery({ queryKey: ['network', 'outlines'], queryFn: refreshMap });
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const run = async () => {
    setBusy(true);
    setProblem(null);
    try {
      await removeMap();
      await client.invalidateQueries();
      setOpen(false);
      notify(t('network.map.removed'));
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  if (!outlines.data) return null;
  return (
    <div class="page-actions">
      <Button onClick={() => setOpen(true)}>{t('network.map.remove')}</Button>
      <Dialog title={t('network.map.remove_title')} open={open} onClose={() => setOpen(false)}
        actions={<>
          <Button kind="danger" busy={busy} onClick={() => void run()}>{t('network.map.remove')}</Button>
          <Button onClick={() => setOpen(false)}>{t('network.cancel')}</Button>
        </>}>
        <div class="stack">
          <ErrorSummary problem={problem} />
          <p>{t('network.map.remove_hint')}</p>
        </div>
      </Dialog>
    </div>
  );
}
