import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { Progress } from '../../../ui/Progress';
import { Table, type Column } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { proofAddress } from '../api';
import type { Adoption, PlanLine } from '../model/types';
import { LineSheet } from './LineSheet';
import { MatrixSign } from './MatrixSign';

function order(today: string) {
  const rank = (line: PlanLine) => (line.closed_on ? 2 : line.due < today ? 0 : 1);
  return (a: PlanLine, b: PlanLine) => rank(a) - rank(b) || a.due.localeCompare(b.due);
}

/** Late lines first, closed ones last; each opens its card. */
export function Plan({ adoption, chosen }: { adoption: Adoption; chosen: string | null }) {
  const [open, setOpen] = useState<string | null>(chosen);
  const { lines, today } = adoption;
  const stopped = Boolean(adoption.head.stopped_on);
  const closed = lines.filter((line) => line.closed_on).length;
  const line = lines.find((each) => each.id === open) ?? null;
  const columns: Column<PlanLine>[] = [
    {
      key: 'title',
      title: t('rollout.line.title'),
      weight: 'main',
      cell: (each) => (
        <>
          <Button kind="quiet" class="line-open" onClick={() => setOpen(each.id)}>
            {each.title}
          </Button>
          <span class="line-note">
            <Tag>{t(`rollout.kind.${each.kind}`)}</Tag> {each.step && t('rollout.line.step', { title: each.step })} {!each.mandatory && t('rollout.advisory')}
          </span>
        </>
      ),
    },
    { key: 'owner', title: t('rollout.line.owner'), cell: (each) => each.owner },
    { key: 'due', title: t('rollout.line.due'), cell: (each) => formatDay(each.due) },
    { key: 'state', title: t('rollout.line.state'), cell: (each) => <LineState line={each} today={today} stopped={stopped} /> },
    {
      key: 'proof',
      title: t('rollout.line.proof'),
      cell: (each) =>
        each.proof_name ? (
          <a href={proofAddress(each.id)} download={each.proof_name}>
            {each.proof_name}
          </a>
        ) : each.closes_by === 'register' ? (
          <span class="muted">{t('rollout.line.register')}</span>
        ) : (
          <span class="muted">{t(`rollout.proof.${each.proof_kind}`)}</span>
        ),
    },
  ];
  return (
    <>
      {lines.length > 0 && <Progress label={t('rollout.plan.closed', { closed, all: lines.length })} share={closed / lines.length} />}
      <Table
        caption={t('rollout.plan')}
        columns={columns}
        rows={[...lines].sort(order(today))}
        rowKey={(each) => each.id}
        empty={<EmptyState title={t('rollout.plan.nothing_missing')} />}
      />
      <LineSheet line={line} today={today} stopped={stopped} organisation={adoption.head.organisation.id} onClose={() => setOpen(null)} />
    </>
  );
}

/** A plan that was stopped stands still: nothing of it is late. */
export function LineState({ line, today, stopped }: { line: PlanLine; today: string; stopped: boolean }) {
  const colour = line.closed_on ? 'reached' : stopped ? 'stopped' : line.due < today ? 'overdue' : 'under_way';
  const words = {
    reached: () => t('rollout.line.closed', { day: formatDay(line.closed_on ?? '') }),
    stopped: () => t('rollout.line.stopped'),
    overdue: () => t('rollout.line.late'),
    under_way: () => t('rollout.line.open'),
  };
  return (
    <span class={`line-state ${colour}`}>
      <MatrixSign colour={colour} />
      {words[colour]()}
    </span>
  );
}
