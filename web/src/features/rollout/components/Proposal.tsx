import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { confirmPlan, getProposal } from '../api';
import type { Adoption, PlannedLine, ProposedLine } from '../model/types';
import { useSend } from '../../../lib/send';
import { Loaded } from '../../../ui/Loaded';

/** The plan that the package proposes for this centre: owners and days are the director's, the lines are not. */
export function Proposal({ adoption }: { adoption: Adoption }) {
  const id = adoption.head.id;
  const query = useQuery({ queryKey: ['rollout', 'proposal', id], queryFn: () => getProposal(id), staleTime: Infinity });
  return <Loaded query={query}>{(lines) => <ProposalForm adoption={adoption} lines={lines} />}</Loaded>;
}

const keyOf = (line: { kind: string; need: string }) => `${line.kind}/${line.need}`;

function ProposalForm({ adoption, lines }: { adoption: Adoption; lines: ProposedLine[] }) {
  const client = useQueryClient();
  const [changed, setChanged] = useState<Record<string, PlannedLine>>({});
  const edited = Object.values(changed);
  const { busy, problem, send } = useSend(async (key, planned: PlannedLine[]) => {
    await confirmPlan(adoption.head.id, planned, key);
    notify(t('rollout.plan.confirmed'));
    await client.invalidateQueries({ queryKey: ['rollout'] });
  });
  const errors = fieldErrors(problem);
  const change = (line: ProposedLine, part: Partial<PlannedLine>) => {
    const before = changed[keyOf(line)] ?? { kind: line.kind, need: line.need, owner: line.owner, due: line.due };
    setChanged({ ...changed, [keyOf(line)]: { ...before, ...part } });
  };
  if (lines.length === 0) {
    return (
      <EmptyState
        title={t('rollout.plan.nothing_missing')}
        action={
          <Button kind="primary" busy={busy} onClick={() => void send([])}>
            {t('rollout.plan.confirm')}
          </Button>
        }
      />
    );
  }
  return (
    <form
      class="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void send(edited);
      }}
    >
      <p class="muted">{t('rollout.plan.proposed', { count: lines.length })}</p>
      <ErrorSummary problem={problem} />
      <ol class="proposal">
        {lines.map((line) => {
          const planned = changed[keyOf(line)];
          const place = edited.indexOf(planned as PlannedLine);
          return (
            <li key={keyOf(line)}>
              <div class="proposal-what">
                <span class="line-title">{line.title}</span>
                <span class="line-note">
                  <Tag>{t(`rollout.kind.${line.kind}`)}</Tag> {line.step && t('rollout.line.step', { title: line.step })} {!line.mandatory && t('rollout.advisory')} {line.missing.text}
                </span>
              </div>
              <TextInput
                name={place < 0 ? `owner/${keyOf(line)}` : `lines/${place}/owner`}
                label={t('rollout.line.owner')}
                required
                maxLength={200}
                value={planned?.owner ?? line.owner}
                error={errors[`lines/${place}/owner`]}
                onChange={(owner) => change(line, { owner })}
              />
              <DateField
                name={place < 0 ? `due/${keyOf(line)}` : `lines/${place}/due`}
                label={t('rollout.line.due')}
                required
                min={adoption.today}
                value={planned?.due ?? line.due}
                error={errors[`lines/${place}/due`]}
                onChange={(due: Day | null) => due && change(line, { due })}
              />
            </li>
          );
        })}
      </ol>
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('rollout.plan.confirm')}
        </Button>
      </div>
    </form>
  );
}
