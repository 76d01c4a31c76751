import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { ownOrganisations, useOrganisations, type Organisation } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { draftProgramme, getApplication, getGrounds, getPerson, type Application, type Content, type Grounds, type Programme } from '../api';
import { PlanEditor } from '../components/PlanEditor';
import { begin, type PlanForm } from '../model/form';
import { nameOf } from '../model/words';

interface FormProps {
  person: string;
  application: Application | null;
  grounds: Grounds;
  organisation: Organisation;
}

function Form({ person, application, grounds, organisation }: FormProps) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [form, setForm, drop] = useDraft<PlanForm>(`programme ${person} ${application?.id ?? ''}`, () => begin(regionDay(), application?.wish ?? null, organisation.short_title, grounds.level));
  let made: Programme | null = null;
  const sending = useSend(async (key: string, content: Content) => {
    made = await draftProgramme(person, { organisation: application?.organisation ?? organisation.id, ...(application ? { application: application.id } : {}), content }, key);
  });
  const save = async (content: Content) => {
    if (!(await sending.send(content)) || !made) return;
    const { id } = made as Programme;
    drop();
    notify(t('programmes.draft_saved'));
    await client.invalidateQueries({ queryKey: ['programmes'] });
    route(`/programmes/plans/${id}`, true);
  };
  return (
    <PlanEditor person={person} form={form} reasoned={false} problem={sending.problem} busy={sending.busy} cancel={application ? `/programmes/applications/${application.id}` : `/recipients/${person}`}
      change={(next) => setForm((before) => ({ ...before, ...next }))} onSave={(content) => void save(content)} onCancel={drop} />
  );
}

/** From a granted application, or for somebody who came with a programme made elsewhere. */
export default function NewProgrammePage() {
  const { params, query } = useRoute();
  const id = params.person ?? '';
  const from = query.application ?? '';
  const person = useQuery({ queryKey: ['persons', 'name', id], queryFn: () => getPerson(id) });
  const application = useQuery({ queryKey: ['programmes', 'application', from], queryFn: () => getApplication(from), enabled: from !== '' });
  const grounds = useQuery({ queryKey: ['programmes', 'grounds', id, regionDay()], queryFn: () => getGrounds(id, regionDay()) });
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? [])[0];
  const ready = (from === '' || application.data) && own;
  const form = <Loaded query={grounds}>{(found) => (ready ? <Form person={id} application={application.data ?? null} grounds={found} organisation={own} /> : null)}</Loaded>;
  return (
    <Page title={t('programmes.new_programme')} lead={t('programmes.new_programme_lead')}
      crumbs={[{ href: '/programmes', label: t('programmes.title') }, ...(person.data ? [{ href: `/recipients/${id}`, label: nameOf(person.data) }] : [])]}>
      {from === '' ? form : <Loaded query={application}>{() => form}</Loaded>}
    </Page>
  );
}
