import { useInfiniteQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { ownOrganisations, titleOf, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { More } from '../../../ui/More';
import { RadioGroup } from '../../../ui/RadioGroup';
import { Select } from '../../../ui/Select';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { answer, comment, getComments, type Comment, type Content, type Decision, type Version } from '../api';

function placeOf(content: Content, { about, part }: Comment): string {
  if (about === 'clause') return t('standards.clause', { address: content.clauses.find(({ id }) => id === part)?.address ?? part });
  if (about === 'statement') return t('standards.statement', { title: titleOf(content.statements.find(({ id }) => id === part)?.title) || part });
  return t('standards.whole');
}

function AnswerForm({ of, onDone }: { of: Comment; onDone(): void }) {
  const [decision, setDecision] = useState<Decision>('taken');
  const [words, setWords] = useState('');
  const { busy, problem, send } = useSend((key, how: Decision, why: string) => answer(of.id, how, why, key));
  const errors = fieldErrors(problem);
  const submit = async (event: Event) => {
    event.preventDefault();
    if (await send(decision, words.trim())) onDone();
  };
  return (
    <form class="stack no-print" noValidate onSubmit={(event) => void submit(event)}>
      <ErrorSummary problem={problem} />
      <RadioGroup name={`decision-${of.id}`} label={t('standards.decision')} layout="row" value={decision} onChange={(value) => setDecision(value === 'declined' ? 'declined' : 'taken')}
        choices={[{ value: 'taken', label: t('standards.taken') }, { value: 'declined', label: t('standards.declined') }]} />
      <TextInput name={`answer-${of.id}`} label={decision === 'declined' ? t('standards.decline_reason') : t('standards.answer')} required={decision === 'declined'} rows={2}
        maxLength={4000} value={words} error={errors.answer} onChange={setWords} />
      <div><Button type="submit" busy={busy}>{t('standards.do_answer')}</Button></div>
    </form>
  );
}

function One({ of, content, open, onDone }: { of: Comment; content: Content; open: boolean; onDone(): void }) {
  return (
    <li class="standard-comment">
      <p><strong>{of.organisation_title}</strong> · {placeOf(content, of)} · <span class="muted">{formatInstant(of.made_at)}</span></p>
      <p class="standard-words">{of.text}</p>
      {of.decision ? (
        <p><Tag tone={of.decision === 'taken' ? 'good' : 'neutral'}>{of.decision === 'taken' ? t('standards.taken') : t('standards.declined')}</Tag> {of.answer}</p>
      ) : open && can('standards.write') ? <AnswerForm of={of} onDone={onDone} /> : <p class="muted">{t('standards.no_answer')}</p>}
    </li>
  );
}

function CommentForm({ version, onDone }: { version: Version; onDone(): void }) {
  const own = ownOrganisations(useOrganisations().data ?? []);
  const [centre, setCentre] = useState('');
  const [about, setAbout] = useState('whole:');
  const [text, setText] = useState('');
  const organisation = centre || own[0]?.id || '';
  const { busy, problem, send } = useSend((key, body: Parameters<typeof comment>[1]) => comment(version.id, body, key));
  const errors = fieldErrors(problem);
  const { clauses, statements } = version.content;
  const submit = async (event: Event) => {
    event.preventDefault();
    const [kind = '', part = ''] = about.split(':');
    if (await send({ organisation, about: kind === 'clause' || kind === 'statement' ? kind : 'whole', part, text: text.trim() })) {
      setText('');
      onDone();
    }
  };
  return (
    <form class="stack no-print" noValidate onSubmit={(event) => void submit(event)}>
      <h3>{t('standards.new_comment')}</h3>
      <ErrorSummary problem={problem} />
      {own.length > 1 && <Select name="organisation" label={t('standards.centre')} required value={organisation} choices={own.map(({ id, short_title }) => ({ value: id, label: short_title }))} onChange={setCentre} />}
      <Select name="part" label={t('standards.about')} required value={about} error={errors.part} onChange={setAbout}
        choices={[
          { value: 'whole:', label: t('standards.whole') },
          ...clauses.map((each) => ({ value: `clause:${each.id}`, label: `${each.address}. ${titleOf(each.text).slice(0, 60)}` })),
          ...statements.map((each) => ({ value: `statement:${each.id}`, label: t('standards.statement', { title: titleOf(each.title) }) })),
        ]} />
      <TextInput name="text" label={t('standards.comment')} required rows={3} maxLength={4000} value={text} error={errors.text} onChange={setText} />
      <div><Button kind="primary" type="submit" busy={busy}>{t('standards.do_comment')}</Button></div>
    </form>
  );
}

/** What the centres say, and what the author answers. */
export function Comments({ version }: { version: Version }) {
  const client = useQueryClient();
  const query = useInfiniteQuery({
    queryKey: ['standards', 'comments', version.id],
    queryFn: ({ pageParam }) => getComments(version.id, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
  });
  const refresh = () => void client.invalidateQueries({ queryKey: ['standards'] });
  const { stage } = version.state;
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <section class="card stack" aria-labelledby="comments">
      <h2 id="comments">{t('standards.comments')}</h2>
      {query.error && <p role="alert">{asProblem(query.error).detail}</p>}
      {query.data && items.length === 0 && <p class="muted">{t('standards.no_comments')}</p>}
      <ul class="stack">{items.map((each) => <One key={each.id} of={each} content={version.content} open={stage === 'comments' || stage === 'settling'} onDone={refresh} />)}</ul>
      <More shown={items.length} next={query.hasNextPage ? '' : null} busy={query.isFetchingNextPage} onMore={() => void query.fetchNextPage()} />
      {stage === 'comments' && can('standards.comment') && <CommentForm version={version} onDone={refresh} />}
    </section>
  );
}
