import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can, useSession } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { adopt, adoptionsOf } from '../api';
import { useSend } from '../../../lib/send';

/** The version on the screen is the one that is chosen. A director decides for the centre; what was sent by mistake can be stopped in the rollout, so one question is enough. */
export function AdoptButton({ practice, version, title }: { practice: string; version: string; title: string }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const known = useSession();
  const all = useOrganisations();
  const [open, setOpen] = useState(false);
  const director = known?.account.roles.some(({ role }) => role === 'director') ?? false;
  const mayAdopt = director && can('rollout.adopt');
  const running = useQuery({ queryKey: ['rollout', 'adoptions', practice], queryFn: () => adoptionsOf(practice), enabled: mayAdopt });
  const own = ownOrganisations(all.data ?? []).filter(({ kind }) => kind === 'centre' || kind === 'branch');
  const taken = running.data?.filter(({ organisation, state }) => state.stage !== 'stopped' && own.some(({ id }) => id === organisation.id)) ?? [];
  const places = own.filter(({ id }) => !taken.some(({ organisation }) => organisation.id === id));
  const [chosen, setChosen] = useState('');
  const place = chosen || (places[0]?.id ?? '');
  const sending = useSend(async (key: string, organisation: string) => {
    const made = await adopt(organisation, practice, version, key);
    void client.invalidateQueries({ queryKey: ['rollout'] });
    route(`/rollout/adoptions/${made.id}`);
  });
  // Until it is known who runs it, the button would promise what may be refused.
  if (!mayAdopt || !running.data) return null;
  return (
    <>
      {taken.map(({ id, organisation, chosen_on: since }) => (
        <a key={id} class="button" href={`/rollout/adoptions/${id}`}>
          {own.length > 1 && `${organisation.title}: `}
          {t('practices.adopted', { day: formatDay(since) })}
        </a>
      ))}
      {places.length > 0 && <Button kind="primary" onClick={() => { sending.clear(); setOpen(true); }}>{t('practices.adopt')}</Button>}
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
