import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { correct, getApplication, type Application } from '../api';
import { ApplicationForm, draftOf, wishOf, type ApplicationDraft } from '../components/ApplicationForm';

function Form({ application }: { application: Application }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [draft, setDraft] = useState<ApplicationDraft>(() => draftOf(application.received_on, application.wish));
  const sending = useSend((_: string, sent: ApplicationDraft) => correct(application.id, { received_on: sent.received_on ?? '', wish: wishOf(sent) }, application.revision));
  const save = async () => {
    if (!(await sending.send(draft))) return;
    notify(t('programmes.saved'));
    await client.invalidateQueries({ queryKey: ['programmes'] });
    route(`/programmes/applications/${application.id}`, true);
  };
  return <ApplicationForm person={application.person} draft={draft} problem={sending.problem} busy={sending.busy} done={t('programmes.save')} change={(next) => setDraft((before) => ({ ...before, ...next }))} onSave={() => void save()} />;
}

export default function EditApplicationPage() {
  const id = useRoute().params.application ?? '';
  const application = useQuery({ queryKey: ['programmes', 'application', id], queryFn: () => getApplication(id) });
  return (
    <Page title={t('programmes.correct')} crumbs={[{ href: '/programmes', label: t('programmes.title') }, { href: `/programmes/applications/${id}`, label: application.data ? t('programmes.application_number', { number: application.data.number }) : t('programmes.application') }]}>
      <Loaded query={application}>{(found) => <Form application={found} />}</Loaded>
    </Page>
  );
}
