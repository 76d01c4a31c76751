import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { signCampaign } from '../api';
import { regionDay } from '../../../lib/session';
import type { Campaign } from '../model/types';
import { useSend } from '../../../lib/send';

/** A signed order cannot be unsigned, so this is one of the few acts that ask first. */
export function SignSection({ campaign, count }: { campaign: Campaign; count: number }) {
  const client = useQueryClient();
  const [open, setOpen] = useState(false);
  const [day, setDay] = useState<Day | null>(campaign.signed_on ?? regionDay());
  const { busy, problem, send } = useSend((key, when: Day | null) => signCampaign(campaign.id, when, key));
  const sign = async (event: Event) => {
    event.preventDefault();
    if (!(await send(day))) return;
    notify(t('rollout.sign.done', { number: campaign.number }));
    setOpen(false);
    await client.invalidateQueries({ queryKey: ['rollout'] });
  };
  if (count === 0) return <p class="muted">{t('rollout.sign.nothing')}</p>;
  return (
    <>
      <p>{t('rollout.sign.lead', { count })}</p>
      <p>
        <Button kind="primary" onClick={() => setOpen(true)}>
          {t('rollout.sign')}
        </Button>
      </p>
      <Dialog title={t('rollout.sign.title', { number: campaign.number })} open={open} onClose={() => setOpen(false)}>
        <form class="stack" noValidate onSubmit={(event) => void sign(event)}>
          <ErrorSummary problem={problem} />
          <p>{t('rollout.sign.detail', { count })}</p>
          <DateField name="signed_on" label={t('rollout.campaign.day')} required max={regionDay()} value={day} error={fieldErrors(problem).signed_on} onChange={setDay} />
          <div class="form-actions">
            <Button kind="primary" type="submit" busy={busy}>
              {t('rollout.sign')}
            </Button>
            <Button kind="quiet" onClick={() => setOpen(false)}>
              {t('rollout.cancel')}
            </Button>
          </div>
        </form>
      </Dialog>
    </>
  );
}
