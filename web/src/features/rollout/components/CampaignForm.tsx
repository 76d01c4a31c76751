import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { TextInput } from '../../../ui/TextInput';
import type { Campaign, CampaignDraft } from '../model/types';
import { useSend } from '../../../lib/send';

export interface CampaignFormProps {
  campaign?: Campaign;
  action: string;
  onSave(draft: CampaignDraft, key: string): Promise<unknown>;
}

export function CampaignForm({ campaign, action, onSave }: CampaignFormProps) {
  const [number, setNumber] = useState(campaign?.number ?? '');
  const [title, setTitle] = useState(campaign?.title ?? '');
  const [text, setText] = useState(campaign?.text ?? '');
  const [day, setDay] = useState<Day | null>(campaign?.signed_on ?? null);
  const { busy, problem, send } = useSend((key, draft: CampaignDraft) => onSave(draft, key));
  const errors = fieldErrors(problem);
  const submit = (event: Event) => {
    event.preventDefault();
    void send({ number: number.trim(), title: title.trim(), text, ...(day ? { signed_on: day } : {}) });
  };
  return (
    <form class="stack campaign-form" noValidate onSubmit={submit}>
      <ErrorSummary problem={problem} />
      <div class="campaign-number">
        <TextInput name="number" label={t('rollout.campaign.number')} required maxLength={60} value={number} error={errors.number} onChange={setNumber} />
        <DateField name="signed_on" label={t('rollout.campaign.day')} value={day} error={errors.signed_on} onChange={setDay} />
      </div>
      <TextInput name="title" label={t('rollout.campaign.title')} required maxLength={300} value={title} error={errors.title} onChange={setTitle} />
      <TextInput name="text" label={t('rollout.campaign.text')} hint={t('rollout.campaign.text_hint')} rows={4} maxLength={20000} value={text} error={errors.text} onChange={setText} />
      <div class="form-actions">
        <Button kind={campaign ? 'secondary' : 'primary'} type="submit" busy={busy}>
          {action}
        </Button>
      </div>
    </form>
  );
}
