import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { address, asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { namer, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useOnPaper } from '../../../lib/paper';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Sheet } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { SaveAs } from '../../../ui/SaveAs';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { getChanges, removeAssignment } from '../api';
import { usePractices } from '../model/names';
import type { Assignment, AssignmentProgress } from '../model/types';
import { Loaded } from '../../../ui/Loaded';
import { StateTag } from './ColourTag';
import { ChangeList, DecisionForm } from './OrderHistory';

export interface AssignmentTableProps {
  assignments: readonly Assignment[] | null;
  error: unknown;
  state: 'draft' | 'signed';
  campaign: string;
  /** Where the centres of a signed order stand. */
  progress?: readonly AssignmentProgress[] | undefined;
}

const page = 100;

export function AssignmentTable({ assignments, error, state, campaign, progress }: AssignmentTableProps) {
  const client = useQueryClient();
  const [asked, setAsked] = useState(page);
  const onPaper = useOnPaper();
  const [open, setOpen] = useState<Assignment | null>(null);
  const organisations = useOrganisations().data;
  const practices = usePractices().data;
  const centre = namer(organisations, (each) => each.short_title);
  const practice = namer(practices, (each) => each.title);
  const known = new Map(progress?.map((each) => [each.assignment, each]));
  const takeOut = async (each: Assignment) => {
    try {
      await removeAssignment(each.id);
      await client.invalidateQueries({ queryKey: ['rollout', 'assignments', campaign] });
    } catch (failure) {
      notify(asProblem(failure).detail || t('server.failed'));
    }
  };
  const columns: Column<Assignment>[] = [
    { key: 'centre', title: t('rollout.centre'), weight: 'main', cell: (each) => centre(each.organisation) },
    { key: 'practice', title: t('rollout.practice'), cell: (each) => practice(each.practice) },
    { key: 'wave', title: t('rollout.wave'), cell: (each) => each.wave },
    { key: 'deadline', title: t('rollout.term.deadline'), cell: (each) => formatDay(each.deadline) },
    { key: 'target', title: t('rollout.term.target'), cell: (each) => t(`rollout.stage.${each.target}`) },
    ...(state === 'signed' ? [{ key: 'state', title: t('rollout.campaign.where'), cell: (each: Assignment) => <Where at={each} progress={known.get(each.id)} /> }] : []),
    {
      key: 'act',
      title: t('rollout.act'),
      paper: 'left out',
      cell: (each) =>
        state === 'draft' ? (
          <Button kind="quiet" class="row-act" onClick={() => void takeOut(each)}>
            {t('rollout.assign.take_out')}
            <span class="visually-hidden">: {centre(each.organisation)}, {practice(each.practice)}</span>
          </Button>
        ) : (
          <Button kind="quiet" class="row-act" onClick={() => setOpen(each)}>
            {t('rollout.history')}
            <span class="visually-hidden">: {centre(each.organisation)}, {practice(each.practice)}</span>
          </Button>
        ),
    },
  ];
  const sorted = assignments && [...assignments].sort((a, b) => a.wave - b.wave || a.deadline.localeCompare(b.deadline) || centre(a.organisation).localeCompare(centre(b.organisation)));
  const shown = onPaper ? sorted?.length : asked;
  return (
    <>
      <Table
        caption={t('rollout.campaign.assigned')}
        columns={columns}
        rows={sorted?.slice(0, shown) ?? null}
        rowKey={(each) => each.id}
        problem={error ? asProblem(error) : null}
        empty={<EmptyState title={t('rollout.assign.empty')} />}
        more={{ next: sorted && sorted.length > asked ? '' : null, onMore: () => setAsked(asked + page) }}
      />
      {sorted && sorted.length > 0 && <SaveAs what={t('rollout.campaign.assigned')} at={(format) => address('/campaigns/{campaign}/assignments/export', { path: { campaign }, query: { format } })} />}
      <Sheet title={open ? `${centre(open.organisation)} — ${practice(open.practice)}` : ''} open={open !== null} onClose={() => setOpen(null)}>
        {open && <AssignmentCard assignment={open} onClose={() => setOpen(null)} />}
      </Sheet>
    </>
  );
}

/** The sign and the stage, and a way to what is behind them. */
function Where({ at, progress }: { at: Assignment; progress: AssignmentProgress | undefined }) {
  if (!progress) return <>—</>;
  const { state, adoption } = progress;
  return (
    <span class="assignment-state">
      <StateTag state={state} />{' '}
      <a href={adoption && can('rollout.order') ? `/rollout/adoptions/${adoption}` : `/rollout?cell=${at.organisation}.${at.practice}`}>{t(`rollout.stage.${state.stage}`)}</a>
    </span>
  );
}

function AssignmentCard({ assignment, onClose }: { assignment: Assignment; onClose(): void }) {
  const [act, setAct] = useState<'deadline' | 'exempt' | 'oblige' | null>(null);
  const query = useQuery({
    queryKey: ['rollout', 'changes', assignment.id],
    queryFn: () => getChanges(assignment.id),
  });
  const exempted = Boolean(assignment.exempt_on);
  return (
    <div class="stack">
      <p>
        <a href={`/rollout?cell=${assignment.organisation}.${assignment.practice}`}>{t('rollout.open_cell')}</a>
      </p>
      {exempted && <p class="notice">{t('rollout.exempt_since', { day: formatDay(assignment.exempt_on ?? ''), reason: assignment.exempt_reason ?? '' })}</p>}
      <Loaded query={query}>{(changes) => <ChangeList changes={changes} />}</Loaded>
      {act ? (
        <DecisionForm
          act={act}
          assignment={assignment.id}
          deadline={assignment.deadline}
          onClose={() => {
            setAct(null);
            onClose();
          }}
        />
      ) : (
        can('rollout.order') && (
          <div class="form-actions">
            {!exempted && <Button onClick={() => setAct('deadline')}>{t('rollout.act.deadline')}</Button>}
            <Button kind="quiet" onClick={() => setAct(exempted ? 'oblige' : 'exempt')}>
              {exempted ? t('rollout.act.oblige') : t('rollout.act.exempt')}
            </Button>
          </div>
        )
      )}
    </div>
  );
}
