import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { TextInput } from '../../../ui/TextInput';

/** What is recorded is taken back for a reason: asked once for all that is saved together. */
export function ReasonDialog({ open, onSave, onClose }: { open: boolean; onSave(reason: string): void; onClose(): void }) {
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const save = (event: Event) => {
    event.preventDefault();
    if (reason.trim().length < 3) return setMissing(true);
    setMissing(false);
    onSave(reason.trim());
  };
  return (
    <Dialog title={t('journal.reason_title')} open={open} onClose={onClose}>
      <form class="stack" noValidate onSubmit={save}>
        <p class="muted">{t('journal.reason_hint')}</p>
        <TextInput name="reason" label={t('journal.reason')} required maxLength={500} value={reason} error={missing ? t('journal.reason_missing') : undefined} onChange={setReason} />
        <div class="page-actions">
          <Button kind="primary" type="submit">{t('journal.save')}</Button>
          <Button onClick={onClose}>{t('journal.cancel')}</Button>
        </div>
      </form>
    </Dialog>
  );
}
