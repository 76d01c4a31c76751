import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { getPerson, register, type Application } from '../api';
import { ApplicationForm, emptyApplication, wishOf, type ApplicationDraft } from '../components/ApplicationForm';
import { nameOf } from '../model/words';

function Form({ person }: { person: string }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const own = ownOrganisations(useOrganisations().data ?? []);
  const [chosen] = useDraft<string>('entry organisation', () => '');
  const organisation = own.some((each) => each.id === chosen) ? chosen : (own[0]?.id ?? '');
  const [draft, setDraft, drop] = useDraft<ApplicationDraft>(`application ${person}`, emptyApplication);
  let made: Application | null = null;
  const sending = useSend(async (key: string, sent: ApplicationDraft) => {
    made = await register(person, { organisation, received_on: sent.received_on ?? '', wish: wishOf(sent) }, key);
  });
  const save = async () => {
    if (!(await sending.send(draft)) || !made) return;
    const { id, number } = made as Application;
    drop();
    notify(t('programmes.registered', { number }));
    await client.invalidateQueries({ queryKey: ['programmes'] });
    route(`/programmes/applications/${id}`, true);
  };
  return <ApplicationForm person={person} draft={draft} problem={sending.problem} busy={sending.busy} done={t('programmes.register')} change={(next) => setDraft((before) => ({ ...before, ...next }))} onSave={() => void save()} />;
}

export default function RegisterPage() {
  const id = useRoute().params.person ?? '';
  const person = useQuery({ queryKey: ['persons', 'name', id], queryFn: () => getPerson(id) });
  return (
    <Page title={t('programmes.new_application')} lead={t('programmes.new_application_lead')}
      crumbs={[{ href: '/recipients', label: t('programmes.recipients') }, ...(person.data ? [{ href: `/recipients/${id}`, label: nameOf(person.data) }] : [])]}>
      <Loaded query={person}>{() => <Form person={id} />}</Loaded>
    </Page>
  );
}
