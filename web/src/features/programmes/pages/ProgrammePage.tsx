import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { ownOrganisations, titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can, regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { approve, endProgramme, getProgramme, getReasons, removeDraft, type Programme, type Reason, type Version } from '../api';
import { AskDialog, type Ask } from '../components/AskDialog';
import { ContractDialog } from '../components/ContractDialog';
import { Differences } from '../components/Differences';
import { MarksDialog } from '../components/MarksDialog';
import '../components/Programmes.css';
import { StateTag, VersionView } from '../components/VersionView';
import { reasonWords } from '../model/words';

const endAsk = (programme: Programme, reasons: readonly Reason[]): Ask => ({
  title: t('programmes.end_programme'), lead: t('programmes.end_programme_lead'), day: { name: 'ended_on', label: t('programmes.last_day') }, done: t('programmes.end'),
  choice: { name: 'reason', label: t('programmes.reason'), choices: reasons.filter(({ kind }) => kind === 'end').map(({ code, titles }) => ({ value: code, label: titleOf(titles) })) },
  note: { name: 'conclusion', label: t('programmes.conclusion'), required: false },
  run: (key, said) => endProgramme(programme.id, { ended_on: said.day, reason: said.choice, ...(said.note ? { conclusion: said.note } : {}) }, key),
});

/** What may be done with the draft: only the director puts it in force. */
function Draft({ programme, version, onDone }: { programme: Programme; version: Version; onDone(): void }) {
  const approving = useSend((key: string) => approve(programme.id, { version: version.version, approved_on: regionDay() }, key));
  const removing = useSend(() => removeDraft(programme.id));
  const problem = approving.problem ?? removing.problem;
  const plan = can('programmes.plan');
  return (
    <section class="card" aria-label={t('programmes.draft_waits')}>
      <ErrorSummary problem={problem} />
      <div class="prog-next">
        <p><strong>{t('programmes.draft_waits')}</strong>{!can('programmes.decide') && <span class="muted">{t('programmes.director_approves')}</span>}</p>
        <div class="page-actions">
          {can('programmes.decide') && <Button kind="primary" busy={approving.busy} onClick={() => void approving.send().then((sent) => sent && onDone())}>{t('programmes.approve')}</Button>}
          {plan && <a class="button" href={`/programmes/plans/${programme.id}/draft`}>{t('programmes.edit_draft')}</a>}
          {plan && version.version > 1 && <Button kind="quiet" busy={removing.busy} onClick={() => void removing.send().then((sent) => sent && onDone())}>{t('programmes.remove_draft')}</Button>}
        </div>
      </div>
    </section>
  );
}

function Actions({ programme, onMark, onEnd, onConclude }: { programme: Programme; onMark(): void; onEnd(): void; onConclude(): void }) {
  const standing = programme.versions.some(({ state }) => state === 'in_force' || state === 'coming');
  const drafted = programme.versions[0]?.state === 'draft';
  if (!standing || programme.ended_on) return null;
  return (
    <div class="page-actions">
      {can('programmes.contract') && <Button kind={drafted ? 'secondary' : 'primary'} onClick={onConclude}>{t('programmes.do.contract')}</Button>}
      {can('programmes.plan') && !drafted && <a class="button" href={`/programmes/plans/${programme.id}/draft`}>{t('programmes.new_version')}</a>}
      {can('programmes.plan') && <Button onClick={onMark}>{t('programmes.mark')}</Button>}
      {can('programmes.plan') && <Button kind="quiet" onClick={onEnd}>{t('programmes.end_programme')}</Button>}
    </div>
  );
}

function Sheet({ programme }: { programme: Programme }) {
  const client = useQueryClient();
  const { route } = useLocation();
  const own = ownOrganisations(useOrganisations().data ?? []);
  const reasons = useQuery({ queryKey: ['programme reasons'], queryFn: getReasons, staleTime: 300_000 });
  const [chosen, setChosen] = useState<number | null>(null);
  const [open, setOpen] = useState<'marks' | 'contract' | null>(null);
  const [ask, setAsk] = useState<Ask | null>(null);
  const shown = programme.versions.find(({ version }) => version === chosen) ?? programme.versions[0];
  const former = shown && programme.versions.find(({ version }) => version === shown.version - 1);
  const inForce = programme.versions.find(({ state }) => state === 'in_force') ?? programme.versions.find(({ state }) => state === 'coming');
  const last = programme.versions.filter(({ approved_on }) => approved_on).reduce((day, each) => (each.last_on > day ? each.last_on : day), '');
  const done = () => {
    setOpen(null);
    setAsk(null);
    setChosen(null);
    notify(t('programmes.saved'));
    void client.invalidateQueries({ queryKey: ['programmes'] });
  };
  if (!shown) return null;
  return (
    <div class="stack">
      {programme.ended_on && <p><strong>{t('programmes.ended', { day: formatDay(programme.ended_on), reason: reasonWords(reasons.data, 'end', programme.end_reason) })}</strong>{programme.conclusion && <> {programme.conclusion}</>}</p>}
      {programme.versions[0]?.state === 'draft' && !programme.ended_on && <Draft programme={programme} version={programme.versions[0]} onDone={done} />}
      <Actions programme={programme} onMark={() => setOpen('marks')} onEnd={() => setAsk(endAsk(programme, reasons.data ?? []))} onConclude={() => setOpen('contract')} />
      <div class="page-head">
        <h2>{t('programmes.version_number', { version: shown.version })} <StateTag version={shown} /></h2>
        {programme.versions.length > 1 && (
          <Select name="version" label={t('programmes.version')} required value={String(shown.version)} onChange={(next) => setChosen(Number(next))}
            choices={programme.versions.map((each) => ({ value: String(each.version), label: `${t('programmes.version_number', { version: each.version })} — ${t(`programmes.version.${each.state}`)}` }))} />
        )}
      </div>
      <VersionView version={shown} marks={programme.marks} reasons={reasons.data} />
      {former && <Differences programme={programme} from={former.version} to={shown.version} />}
      <MarksDialog programme={programme} services={(inForce ?? shown).content.lines.map(({ service }) => service)} reasons={reasons.data ?? []} open={open === 'marks'} onClose={() => setOpen(null)} onDone={done} />
      <ContractDialog programme={programme} organisation={own.find(({ id }) => id === programme.organisation)?.id ?? own[0]?.id ?? ''} since={inForce && inForce.content.since > regionDay() ? inForce.content.since : regionDay()} until={last || shown.content.until}
        open={open === 'contract'} onClose={() => setOpen(null)} onDone={(contract) => { done(); route(`/programmes/contracts/${contract.id}`); }} />
      <AskDialog ask={ask} onClose={() => setAsk(null)} onDone={done} />
    </div>
  );
}

export default function ProgrammePage() {
  const id = useRoute().params.programme ?? '';
  const programme = useQuery({ queryKey: ['programmes', 'programme', id], queryFn: () => getProgramme(id) });
  const found = programme.data;
  return (
    <Page
      title={found ? t('programmes.programme_of', { name: found.name ?? t('programmes.not_served') }) : t('programmes.programme')}
      lead={found && `${t('programmes.programme_number', { number: found.number })}, ${t(found.repeated ? 'programmes.repeated' : 'programmes.primary')}`}
      crumbs={[{ href: '/programmes/plans', label: t('programmes.tab.plans') }]}
      actions={found && (
        <>
          {found.application && <a class="button" href={`/programmes/applications/${found.application}`}>{t('programmes.application')}</a>}
          {found.name && <a class="button" href={`/recipients/${found.person}`}>{t('programmes.card')}</a>}
        </>
      )}
    >
      <Loaded query={programme}>{(loaded) => <Sheet programme={loaded} />}</Loaded>
    </Page>
  );
}
