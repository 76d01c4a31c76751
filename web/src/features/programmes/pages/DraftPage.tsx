import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { changeDraft, draftVersion, getProgramme, type Content, type Programme } from '../api';
import { PlanEditor } from '../components/PlanEditor';
import { formOf, type PlanForm } from '../model/form';

function Form({ programme }: { programme: Programme }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [last] = programme.versions;
  const isDraft = last?.state === 'draft';
  const [form, setForm] = useState<PlanForm | null>(() => {
    if (!last) return null;
    if (isDraft) return formOf(last.content, last.reason ?? '');
    const since = regionDay() > last.content.since ? regionDay() : last.content.since;
    return { ...formOf(last.content, ''), since };
  });
  const reasoned = !isDraft || (last?.version ?? 1) > 1;
  const sending = useSend((key: string, content: Content, reason: string) =>
    isDraft ? changeDraft(programme.id, { content, ...(reasoned ? { reason } : {}) }, last.revision) : draftVersion(programme.id, { content, reason }, key));
  if (!form) return null;
  const save = async (content: Content) => {
    if (!(await sending.send(content, form.reason.trim()))) return;
    notify(t('programmes.draft_saved'));
    await client.invalidateQueries({ queryKey: ['programmes'] });
    route(`/programmes/plans/${programme.id}`, true);
  };
  return (
    <PlanEditor person={programme.person} form={form} reasoned={reasoned} problem={sending.problem} busy={sending.busy} cancel={`/programmes/plans/${programme.id}`}
      change={(next) => setForm((before) => before && { ...before, ...next })} onSave={(content) => void save(content)} onCancel={() => undefined} />
  );
}

/** The draft anew, or the first words of the next version. */
export default function DraftPage() {
  const id = useRoute().params.programme ?? '';
  const programme = useQuery({ queryKey: ['programmes', 'programme', id], queryFn: () => getProgramme(id) });
  const found = programme.data;
  return (
    <Page title={found?.versions[0]?.state === 'draft' ? t('programmes.edit_draft') : t('programmes.new_version')} lead={t('programmes.new_version_lead')}
      crumbs={[{ href: '/programmes/plans', label: t('programmes.tab.plans') }, { href: `/programmes/plans/${id}`, label: found ? t('programmes.programme_number', { number: found.number }) : t('programmes.programme') }]}>
      <Loaded query={programme}>{(loaded) => <Form programme={loaded} />}</Loaded>
    </Page>
  );
}
