import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t, textOfCode } from '../../../lib/messages';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { unfinished } from '../../../ui/unfinished';
import { adoptionsOf, answerReview, readReviews, readReviewsOf, writeReview, type Review, type ReviewRequest } from '../api';
import { kopecksOf } from '../../../lib/money';

const advices = ['yes', 'with_care', 'no'] as const;

function Words({ review }: { review: Review }) {
  return (
    <dl class="review-words">
      <dt>{t('evidence.changed')}</dt>
      <dd>{review.changed}</dd>
      <dt>{t('evidence.cost_words')}</dt>
      <dd>{review.cost}{review.cost_kopecks != null && <> <strong>{formatMoney(review.cost_kopecks, 'RUB')}</strong></>}</dd>
      <dt>{t('evidence.trouble')}</dt>
      <dd>{review.trouble}</dd>
    </dl>
  );
}

function Figures({ review }: { review: Review }) {
  return (
    <ul class="review-figures">
      {review.stage && review.stage_since && <li>{textOfCode(`evidence.stage.${review.stage}`, review.stage)}, {t('evidence.since', { day: formatDay(review.stage_since) })}</li>}
      {review.months_running != null && <li>{t('evidence.months_running', { count: review.months_running })}</li>}
      <li>{review.recipients == null ? t('evidence.recipients_few') : t('evidence.recipients', { count: formatNumber(review.recipients) })}</li>
    </ul>
  );
}

function Answer({ practice, review }: { practice: string; review: Review }) {
  const [text, setText] = useState('');
  const queries = useQueryClient();
  const sending = useSend((key: string, said: string) => answerReview(practice, review.id, said, key));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (unfinished(event.currentTarget as HTMLFormElement).length > 0 || !(await sending.send(text))) return;
    void queries.invalidateQueries({ queryKey: ['reviews', practice] });
  };
  return (
    <details>
      <summary>{t('evidence.answer')}</summary>
      <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={sending.problem} />
        <TextInput label={t('evidence.answer_text')} name={`answer-${review.id}`} required rows={3} maxLength={4000} value={text} onChange={setText} error={fieldErrors(sending.problem).text} />
        <Button type="submit" busy={sending.busy}>{t('evidence.answer_send')}</Button>
      </form>
    </details>
  );
}

function Earlier({ practice, review }: { practice: string; review: Review }) {
  const [open, setOpen] = useState(false);
  const all = useQuery({ queryKey: ['reviews', practice, review.organisation], queryFn: () => readReviewsOf(practice, review.organisation), enabled: open });
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('evidence.earlier')}</summary>
      {open && (
        <Loaded query={all}>
          {(rows) => {
            const earlier = rows.filter((each) => !each.standing);
            return earlier.length === 0 ? <p class="muted">{t('evidence.earlier_none')}</p> : (
              <>{earlier.map((each) => <div key={each.id}><p class="muted">{t('evidence.written', { day: formatDay(each.written_on), count: each.months })}</p><Words review={each} /></div>)}</>
            );
          }}
        </Loaded>
      )}
    </details>
  );
}

function Card({ practice, review }: { practice: string; review: Review }) {
  return (
    <article class="review" aria-label={review.centre}>
      <header class="review-head">
        <h2>{review.centre}</h2>
        <Tag>{t(`evidence.advice.${review.advice}`)}</Tag>
        <p class="muted">{t('evidence.written', { day: formatDay(review.written_on), count: review.months })}</p>
      </header>
      <div class="review-body">
        <Words review={review} />
        <Figures review={review} />
      </div>
      {review.answer && (
        <blockquote class="review-answer">
          <p class="muted">{t('evidence.answered', { day: formatDay(review.answered_on ?? '') })}</p>
          <p>{review.answer}</p>
        </blockquote>
      )}
      {!review.answer && can('evidence.answer') && <Answer practice={practice} review={review} />}
      <Earlier practice={practice} review={review} />
    </article>
  );
}

/** For the director of a centre that adopted. */
function Write({ adoption, onDone }: { adoption: string; onDone(): void }) {
  const [changed, setChanged] = useState('');
  const [cost, setCost] = useState('');
  const [sum, setSum] = useState('');
  const [trouble, setTrouble] = useState('');
  const [advice, setAdvice] = useState('yes');
  const sending = useSend((key: string, body: ReviewRequest) => writeReview(adoption, body, key));
  const errors = fieldErrors(sending.problem);
  const kopecks = kopecksOf(sum);
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (kopecks === null || unfinished(event.currentTarget as HTMLFormElement).length > 0) return;
    const body: ReviewRequest = { changed, cost, trouble, advice: advice as ReviewRequest['advice'], ...(kopecks === undefined ? {} : { cost_kopecks: kopecks }) };
    if (!(await sending.send(body))) return;
    notify(t('evidence.review_saved'));
    onDone();
  };
  return (
    <details class="review-form">
      <summary>{t('evidence.write')}</summary>
      <form class="stack" noValidate aria-label={t('evidence.write')} onSubmit={(event) => void submit(event)}>
        <ErrorSummary problem={sending.problem} />
        <TextInput label={t('evidence.changed')} name="changed" required rows={3} maxLength={4000} value={changed} onChange={setChanged} error={errors.changed} />
        <TextInput label={t('evidence.cost_words')} name="cost" required rows={3} maxLength={4000} value={cost} onChange={setCost} error={errors.cost} />
        <TextInput label={t('evidence.cost_sum')} name="cost_kopecks" inputMode="decimal" size="short" value={sum} onChange={setSum}
          error={kopecks === null ? t('evidence.sum_unread') : errors.cost_kopecks} />
        <TextInput label={t('evidence.trouble')} name="trouble" required rows={3} maxLength={4000} value={trouble} onChange={setTrouble} error={errors.trouble} />
        <RadioGroup label={t('evidence.advice')} name="advice" value={advice} onChange={setAdvice} choices={advices.map((each) => ({ value: each, label: t(`evidence.advice.${each}`) }))} />
        <Button type="submit" kind="primary" busy={sending.busy}>{t('evidence.review_send')}</Button>
      </form>
    </details>
  );
}

export function ReviewsTab({ practice }: { practice: string }) {
  const queries = useQueryClient();
  const organisations = useOrganisations();
  const adoptions = useQuery({ queryKey: ['adoptions', practice], queryFn: () => adoptionsOf(practice), enabled: can('evidence.review') });
  const own = new Set(ownOrganisations(organisations.data ?? []).map((each) => each.id));
  const mine = adoptions.data?.find((each) => own.has(each.organisation.id));
  const reviews = useInfiniteQuery({
    queryKey: ['reviews', practice], initialPageParam: null as string | null,
    queryFn: ({ pageParam }) => readReviews(practice, pageParam), getNextPageParam: (last) => last.next,
  });
  return (
    <div class="stack">
      <p>{t('evidence.reviews_lead')}</p>
      {mine && <Write adoption={mine.id} onDone={() => void queries.invalidateQueries({ queryKey: ['reviews', practice] })} />}
      <Loaded query={reviews}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.items);
          return rows.length === 0 ? <EmptyState title={t('evidence.reviews_none')} /> : <>{rows.map((each) => <Card key={each.id} practice={practice} review={each} />)}</>;
        }}
      </Loaded>
      {reviews.hasNextPage && <Button busy={reviews.isFetchingNextPage} onClick={() => void reviews.fetchNextPage()}>{t('evidence.more')}</Button>}
    </div>
  );
}
