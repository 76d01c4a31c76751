import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { changeKey } from '../api';

/** The old key vouches for the new one, unless it was stolen: then everybody who reads us compares the fingerprint anew. */
export function NewKey({ etag, onChanged }: { etag: string | null; onChanged(): void }) {
  const [open, setOpen] = useState(false);
  const [stolen, setStolen] = useState(false);
  const changing = useSend(async () => {
    await changeKey(stolen, etag);
    setOpen(false);
    notify(t('travel.key_changed'));
    onChanged();
  });
  const begin = () => {
    changing.clear();
    setStolen(false);
    setOpen(true);
  };
  return (
    <>
      <div class="page-actions"><Button onClick={begin}>{t('travel.change_key')}</Button></div>
      <Dialog title={t('travel.change_key')} open={open} onClose={() => setOpen(false)}
        actions={<><Button kind="danger" busy={changing.busy} onClick={() => void changing.send()}>{t('travel.change_key')}</Button><Button onClick={() => setOpen(false)}>{t('travel.cancel')}</Button></>}>
        <div class="stack">
          <ErrorSummary problem={changing.problem} />
          <p>{t('travel.change_key_text')}</p>
          <Check label={t('travel.key_stolen')} hint={t('travel.key_stolen_hint')} checked={stolen} onChange={setStolen} />
        </div>
      </Dialog>
    </>
  );
}
