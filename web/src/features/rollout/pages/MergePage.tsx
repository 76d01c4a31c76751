import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { Fragment } from 'preact';
import { useState } from 'preact/hooks';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { getAdoption, getMerge, moveToVersion } from '../api';
import type { Merge, MergeDecision, MergeItem } from '../model/types';
import '../components/Rollout.css';

type Decisions = Record<string, MergeDecision>;

const texts = ['before', 'after', 'ours'] as const;

function Texts({ item }: { item: MergeItem }) {
  const shown = texts.filter((name) => item[name]);
  if (shown.length === 0) return null;
  return <dl class="facts-list">{shown.map((name) => <Fragment key={name}><dt>{t(`rollout.merge.${name}`)}</dt><dd>{item[name]}</dd></Fragment>)}</dl>;
}

function answered({ asks, key }: MergeItem, decisions: Decisions): boolean {
  const made = decisions[key];
  return asks === 'nothing' || (made !== undefined && (made.choice !== 'written' || Boolean(made.text?.trim())));
}

function Ask({ item, made, onDecide }: { item: MergeItem; made: MergeDecision | undefined; onDecide(decision: MergeDecision | null): void }) {
  if (item.asks === 'note' || item.asks === 'drop') {
    const choice = item.asks === 'note' ? 'noted' : 'theirs';
    return <Check label={t(`rollout.merge.${item.asks}`)} checked={made !== undefined} onChange={(on) => onDecide(on ? { item: item.key, choice } : null)} />;
  }
  const choices = (['ours', 'theirs', 'written'] as const).map((value) => ({ value, label: t(`rollout.merge.choice.${value}`) }));
  const choose = (value: string) => {
    const found = choices.find((each) => each.value === value);
    if (found) onDecide({ item: item.key, choice: found.value, ...(value === 'written' ? { text: item.ours ?? '' } : {}) });
  };
  return (
    <>
      <RadioGroup label={t('rollout.merge.decide')} name={item.key} required value={made?.choice ?? ''} choices={choices} onChange={choose} />
      {made?.choice === 'written' && (
        <TextInput label={t('rollout.merge.new_text')} name={`${item.key}-text`} required rows={4} maxLength={4000} value={made.text ?? ''}
          onChange={(text) => onDecide({ item: item.key, choice: 'written', text })} />
      )}
    </>
  );
}

function Plain({ title, items }: { title: string; items: readonly MergeItem[] }) {
  if (items.length === 0) return null;
  return (
    <section class="card">
      <h2>{title}</h2>
      <ul class="merge-list">
        {items.map((item) => (
          <li key={item.key}>
            <p>{t('rollout.merge.says', { kind: item.kind, title: item.title })}</p>
            <Texts item={item} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Screen({ adoption, merge }: { adoption: string; merge: Merge }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [decisions, setDecisions] = useState<Decisions>({});
  const group = (name: MergeItem['group']) => merge.items.filter((each) => each.group === name);
  const conflicts = group('conflict');
  const left = conflicts.filter((each) => !answered(each, decisions)).length;
  const moving = useSend(async (key: string, made: MergeDecision[]) => {
    await moveToVersion(adoption, merge.version, made, key);
    notify(t('rollout.version.moved', { version: merge.to }));
    await client.invalidateQueries({ queryKey: ['rollout'] });
    route(`/rollout/adoptions/${adoption}`);
  });
  const decide = (key: string, decision: MergeDecision | null) => {
    const { [key]: _, ...rest } = decisions;
    setDecisions(decision ? { ...rest, [key]: decision } : rest);
  };
  return (
    <>
      {conflicts.length > 0 && (
        <section class="card">
          <h2>{t('rollout.merge.conflicts')}</h2>
          <p>{t('rollout.merge.conflicts_lead')}</p>
          <ul class="merge-list">
            {conflicts.map((item) => (
              <li key={item.key}>
                <p><strong>{t('rollout.merge.says', { kind: item.kind, title: item.title })}</strong></p>
                <Texts item={item} />
                <Ask item={item} made={decisions[item.key]} onDecide={(decision) => decide(item.key, decision)} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Plain title={t('rollout.merge.kept')} items={group('kept')} />
      <Plain title={t('rollout.merge.taken')} items={group('taken')} />
      {merge.items.length === 0 && <p class="card">{t('rollout.merge.nothing')}</p>}
      <ErrorSummary problem={moving.problem} />
      <div class="page-actions">
        <Button kind="primary" busy={moving.busy} disabled={left > 0} onClick={() => void moving.send(Object.values(decisions))}>{t('rollout.version.move', { version: merge.to })}</Button>
        <a class="button" href={`/rollout/adoptions/${adoption}`}>{t('rollout.merge.back')}</a>
        <span role="status">{left > 0 ? t('rollout.merge.left', { count: left }) : ''}</span>
      </div>
    </>
  );
}

/** Before the version moves: what comes from above, what stays ours, and where the two collide. */
export default function MergePage() {
  const { adoption: id = '' } = useRoute().params;
  const { query } = useLocation();
  const version = query.version ?? '';
  const adoption = useQuery({ queryKey: ['rollout', 'adoption', id], queryFn: () => getAdoption(id) });
  const merge = useQuery({ queryKey: ['rollout', 'merge', id, version], queryFn: () => getMerge(id, version) });
  const title = adoption.data?.head.practice.title ?? t('rollout.adoption');
  return (
    <Page title={merge.data ? t('rollout.merge.title', { version: merge.data.to }) : t('rollout.merge')} lead={merge.data && t('rollout.merge.lead', { from: merge.data.from, to: merge.data.to })}
      crumbs={[{ href: '/rollout', label: t('rollout.title') }, { href: `/rollout/adoptions/${id}`, label: title }]}>
      <Loaded query={merge}>{(found) => <Screen adoption={id} merge={found} />}</Loaded>
    </Page>
  );
}
