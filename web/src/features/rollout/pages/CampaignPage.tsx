import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { addCampaign, getAssignments, getCampaign, getProgress, orderAddress, removeCampaign, saveCampaign } from '../api';
import { AssignForm } from '../components/AssignForm';
import { AssignmentTable } from '../components/AssignmentTable';
import '../components/Campaign.css';
import { CampaignProgress } from '../components/CampaignProgress';
import { CampaignForm } from '../components/CampaignForm';
import '../components/Cell.css';
import { Failure } from '../../../ui/Loaded';
import { PrintButton } from '../components/PrintButton';
import { ReadinessPreview } from '../components/ReadinessPreview';
import '../components/Rollout.css';
import { SignSection } from '../components/SignSection';
import type { Campaign } from '../model/types';
import { useSend } from '../../../lib/send';

const crumbs = () => [
  { href: '/rollout', label: t('rollout.title') },
  { href: '/rollout/campaigns', label: t('rollout.campaigns') },
];

export default function CampaignPage() {
  const { params } = useRoute();
  const id = params.campaign ?? '';
  return id === 'new' ? <NewCampaign /> : <KnownCampaign id={id} />;
}

function NewCampaign() {
  const { route } = useLocation();
  return (
    <Page title={t('rollout.campaign.new')} crumbs={crumbs()} lead={t('rollout.campaign.new_lead')}>
      <section class="card">
        <CampaignForm
          action={t('rollout.campaign.create')}
          onSave={async (draft, key) => {
            const made = await addCampaign(draft, key);
            route(`/rollout/campaigns/${made.id}`, true);
          }}
        />
      </section>
    </Page>
  );
}

function KnownCampaign({ id }: { id: string }) {
  const query = useQuery({ queryKey: ['rollout', 'campaign', id], queryFn: () => getCampaign(id) });
  const campaign = query.data;
  const absent = query.error && asProblem(query.error).status === 404;
  return (
    <Page
      title={campaign?.title ?? t('rollout.campaign')}
      crumbs={crumbs()}
      lead={campaign && <Lead campaign={campaign} />}
      actions={campaign && (
        <>
          <a class="button" href={orderAddress(campaign.id)} target="_blank" rel="noreferrer">{t('rollout.campaign.pdf')}</a>
          <PrintButton />
        </>
      )}
    >
      {campaign ? (
        campaign.state === 'draft' && can('rollout.order') ? (
          <Draft campaign={campaign} />
        ) : (
          <Signed campaign={campaign} />
        )
      ) : absent ? (
        <EmptyState title={t('rollout.campaign.absent')} />
      ) : query.error ? (
        <Failure error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Waiting waiting />
      )}
    </Page>
  );
}

function Lead({ campaign }: { campaign: Campaign }) {
  return (
    <>
      <Tag tone={campaign.state === 'signed' ? 'good' : 'neutral'}>{t(`rollout.campaign.${campaign.state}`)}</Tag>{' '}
      {campaign.state === 'draft'
        ? t('rollout.order_draft', { number: campaign.number })
        : t('rollout.order_of', { number: campaign.number, day: formatDay(campaign.signed_on ?? '') })}
      {campaign.progress && (
        <>
          {'. '}
          <CampaignProgress progress={campaign.progress} />
        </>
      )}
    </>
  );
}

function useAssignments(id: string) {
  return useQuery({ queryKey: ['rollout', 'assignments', id], queryFn: () => getAssignments(id) });
}

function Signed({ campaign }: { campaign: Campaign }) {
  const assignments = useAssignments(campaign.id);
  const progress = useQuery({ queryKey: ['rollout', 'progress', campaign.id], queryFn: () => getProgress(campaign.id) });
  return (
    <>
      {campaign.text && (
        <section class="card">
          <h2>{t('rollout.campaign.text')}</h2>
          <p class="order-text">{campaign.text}</p>
        </section>
      )}
      <section class="card">
        <h2>{t('rollout.campaign.assigned')}</h2>
        <AssignmentTable assignments={assignments.data ?? null} error={assignments.error ?? progress.error} state="signed" campaign={campaign.id} progress={progress.data} />
      </section>
    </>
  );
}

function Draft({ campaign }: { campaign: Campaign }) {
  const client = useQueryClient();
  const assignments = useAssignments(campaign.id);
  const practices = [...new Set(assignments.data?.map((each) => each.practice))];
  return (
    <>
      <section class="card">
        <h2>{t('rollout.campaign.step_order')}</h2>
        <CampaignForm
          key={campaign.revision}
          campaign={campaign}
          action={t('rollout.save')}
          onSave={async (draft) => {
            const saved = await saveCampaign(campaign, draft);
            client.setQueryData(['rollout', 'campaign', campaign.id], saved);
            notify(t('rollout.campaign.saved'));
          }}
        />
      </section>
      <section class="card">
        <h2>{t('rollout.campaign.step_assign')}</h2>
        <AssignForm campaign={campaign.id} waves={assignments.data?.map((each) => each.wave) ?? []} />
        <AssignmentTable assignments={assignments.data ?? null} error={assignments.error} state="draft" campaign={campaign.id} />
      </section>
      {practices.length > 0 && (
        <section class="card">
          <h2>{t('rollout.campaign.step_ready')}</h2>
          <ReadinessPreview practices={practices} centres={new Set(assignments.data?.map((each) => each.organisation))} />
        </section>
      )}
      <section class="card">
        <h2>{t('rollout.campaign.step_sign')}</h2>
        <SignSection campaign={campaign} count={assignments.data?.length ?? 0} />
      </section>
      <Removal campaign={campaign} />
    </>
  );
}

function Removal({ campaign }: { campaign: Campaign }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [asking, setAsking] = useState(false);
  const removal = useSend(async () => {
    await removeCampaign(campaign);
    void client.invalidateQueries({ queryKey: ['rollout', 'campaigns'] });
    route('/rollout/campaigns', true);
  });
  return (
    <div class="page-end">
      <ErrorSummary problem={removal.problem} />
      {asking ? (
        <div class="form-actions">
          <span>{t('rollout.campaign.remove_sure')}</span>
          <Button kind="danger" busy={removal.busy} onClick={() => void removal.send()}>
            {t('rollout.campaign.remove')}
          </Button>
          <Button kind="quiet" onClick={() => setAsking(false)}>
            {t('rollout.cancel')}
          </Button>
        </div>
      ) : (
        <Button kind="quiet" onClick={() => setAsking(true)}>
          {t('rollout.campaign.remove')}
        </Button>
      )}
    </div>
  );
}
