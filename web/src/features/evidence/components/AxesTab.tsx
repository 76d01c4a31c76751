import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors, newKey } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { FileDrop } from '../../../ui/FileDrop';
import { Loaded } from '../../../ui/Loaded';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { addGround, groundAddress, judge, readAxes, readJudgements, type AxisState, type Judgement, type JudgementRequest } from '../api';

const levels = [0, 1, 2, 3] as const;
const bases = ['documents', 'routine', 'protocol', 'published'] as const;
type Axis = AxisState['axis'];

/** What each level of an axis asks for. */
function Rubric({ axis, level }: { axis: Axis; level: number }) {
  return (
    <details>
      <summary>{t('evidence.rubric')}</summary>
      <ol class="rubric" start={0}>
        {levels.map((each) => <li key={each} aria-current={each === level ? 'true' : undefined}>{t(`evidence.rubric.${axis}.${each}`)}</li>)}
      </ol>
    </details>
  );
}

function Judged({ practice, judged }: { practice: string; judged: Judgement }) {
  return (
    <>
      <p>{judged.text}</p>
      <p class="muted">
        {t(`evidence.basis.${judged.basis}`)}. {t('evidence.judged', { day: formatDay(judged.judged_on), who: judged.judged_by })}{' '}
        {judged.file_name && <a href={groundAddress(practice, judged.id)} download>{judged.file_name}</a>}
      </p>
      {judged.basis === 'routine' && judged.level > 0 && <p class="muted">{t('evidence.ceiling')}</p>}
    </>
  );
}

function Judge({ practice, axis, onDone }: { practice: string; axis: Axis; onDone(): void }) {
  const [level, setLevel] = useState('0');
  const [basis, setBasis] = useState('documents');
  const [text, setText] = useState('');
  const [file, setFile] = useState<File[]>([]);
  const sending = useSend(async (key: string, body: JudgementRequest, ground: File | undefined) => {
    const added = ground ? await addGround(practice, ground, newKey()) : undefined;
    return judge(practice, added ? { ...body, file: added.id } : body, key);
  });
  const errors = fieldErrors(sending.problem);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    if (!(await sending.send({ axis, level: Number(level), basis: basis as JudgementRequest['basis'], text }, file[0]))) return;
    notify(t('evidence.judged_saved'));
    onDone();
  };
  return (
    <details>
      <summary>{t('evidence.judge')}</summary>
      <form class="stack" noValidate aria-label={t('evidence.judge_axis', { axis: t(`evidence.axis.${axis}`) })} onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={sending.problem} />
        <Select label={t('evidence.level')} name={`${axis}-level`} value={level} onChange={setLevel} error={errors.level}
          choices={levels.map((each) => ({ value: String(each), label: t(`evidence.level.${each}`) }))} />
        <Select label={t('evidence.basis')} name={`${axis}-basis`} value={basis} onChange={setBasis} choices={bases.map((each) => ({ value: each, label: t(`evidence.basis.${each}`) }))} />
        <TextInput label={t('evidence.why')} name={`${axis}-text`} required rows={3} maxLength={4000} value={text} onChange={setText} error={errors.text} />
        <FileDrop label={t('evidence.file')} name={`${axis}-file`} hint={t('evidence.file_hint')} accept=".pdf,.png,.jpg,.jpeg,.webp,.docx,.xlsx,.odt,.ods" files={file} onChange={setFile} error={errors.file} />
        <Button type="submit" kind="primary" busy={sending.busy}>{t('evidence.judge_send')}</Button>
      </form>
    </details>
  );
}

function AxisCard({ practice, state, onDone }: { practice: string; state: AxisState; onDone(): void }) {
  const level = state.judged?.level ?? 0;
  return (
    <article class="axis" aria-label={t(`evidence.axis.${state.axis}`)}>
      <header class="review-head">
        <h2>{t(`evidence.axis.${state.axis}`)}</h2>
        <Tag tone={level >= state.expected ? 'good' : 'warning'}>{t(`evidence.level.${level as 0 | 1 | 2 | 3}`)}</Tag>
      </header>
      {state.judged ? <Judged practice={practice} judged={state.judged} /> : <p>{t('evidence.not_judged')}</p>}
      <p>{t(level >= state.expected ? 'evidence.expected_met' : 'evidence.expected_more', { level: state.expected })} {t('evidence.claimed', { level: state.claimed })}</p>
      <Rubric axis={state.axis} level={level} />
      {can('evidence.judge') && <Judge practice={practice} axis={state.axis} onDone={onDone} />}
    </article>
  );
}

function History({ practice }: { practice: string }) {
  const [open, setOpen] = useState(false);
  const all = useInfiniteQuery({
    queryKey: ['judgements', practice], initialPageParam: null as string | null, enabled: open,
    queryFn: ({ pageParam }) => readJudgements(practice, pageParam), getNextPageParam: (last) => last.next,
  });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('evidence.history')}</summary>
      {open && (
        <Loaded query={all}>
          {({ pages }) => (
            <ul class="bullets">
              {pages.flatMap((page) => page.items).map((each) => (
                <li key={each.id}><strong>{t(`evidence.axis.${each.axis}`)}: {t(`evidence.level.${each.level as 0 | 1 | 2 | 3}`)}</strong><Judged practice={practice} judged={each} /></li>
              ))}
            </ul>
          )}
        </Loaded>
      )}
      {all.hasNextPage && <Button busy={all.isFetchingNextPage} onClick={() => void all.fetchNextPage()}>{t('evidence.more')}</Button>}
    </details>
  );
}

export function AxesTab({ practice }: { practice: string }) {
  const queries = useQueryClient();
  const axes = useQuery({ queryKey: ['axes', practice], queryFn: () => readAxes(practice) });
  const judged = () => {
    void queries.invalidateQueries({ queryKey: ['axes', practice] });
    void queries.invalidateQueries({ queryKey: ['judgements', practice] });
    void queries.invalidateQueries({ queryKey: ['evidence-levels'] });
  };
  return (
    <Loaded query={axes}>
      {(found) => (
        <div class="stack">
          <p class="evidence-headline">{t('evidence.overall', { level: found.overall })}</p>
          <p>{t(`evidence.life.${found.life_stage}`, { started: found.started, sustained: found.sustained })}</p>
          {found.axes.map((state) => <AxisCard key={`${state.axis}-${state.judged?.id ?? ''}`} practice={practice} state={state} onDone={judged} />)}
          <History practice={practice} />
        </div>
      )}
    </Loaded>
  );
}
