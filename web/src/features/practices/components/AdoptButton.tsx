import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can, useSession } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { adopt } from '../api';
import { useSend } from '../model/use_send';

/** The version on the screen is the one that is chosen. A director decides for the centre; what was sent by mistake can be stopped in the rollout, so one question is enough. */
export function AdoptButton({ practice, version, title }: { practice: string; version: string; title: string }) {
  const { route } = useLocation();
  const known = useSession();
  const all = useOrganisations();
  const [open, setOpen] = useState(false);
  const director = known?.account.roles.some(({ role }) => role === 'director') ?? false;
  const places = ownOrganisations(all.data ?? []).filter(({ kind }) => kind === 'centre' || kind === 'branch');
  const [chosen, setChosen] = useState('');
  const place = chosen || (places[0]?.id ?? '');
  const sending = useSend(async (key: string, organisation: string) => {
    const made = await adopt(organisation, practice, version, key);
    route(`/rollout/adoptions/${made.id}`);
  });
  if (!director || !can('rollout.adopt')) return null;
  return (
    <>
      <Button kind="primary" onClick={() => { sending.clear(); setOpen(true); }}>{t('practices.adopt')}</Button>
      <Dialog title={t('practices.adopt')} open={open} onClose={() => setOpen(false)}
        actions={<>
          <Button kind="primary" busy={sending.busy} onClick={() => place && void sending.send(place)}>{t('practices.adopt_confirm')}</Button>
          <Button onClick={() => setOpen(false)}>{t('practices.cancel')}</Button>
        </>}>
        <div class="stack">
          <ErrorSummary problem={sending.problem} />
          <p>{t('practices.adopt_text', { title })}</p>
          {places.length > 1 && <Select label={t('practices.adopt_where')} name="organisation" required value={place} onChange={setChosen} choices={places.map((each) => ({ value: each.id, label: each.title }))} />}
          {places.length === 1 && <p><strong>{places[0]?.title}</strong></p>}
        </div>
      </Dialog>
    </>
  );
}
