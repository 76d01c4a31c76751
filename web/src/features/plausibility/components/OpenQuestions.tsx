import { useQuery } from '@tanstack/preact-query';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { getSummary } from '../api';
import './Questions.css';

/** On the first page: how many questions wait for the reader, to answer them or to judge the answers; nothing when none does. */
export default function OpenQuestions() {
  const { data } = useQuery({ queryKey: ['questions', 'summary'], queryFn: ({ signal }) => getSummary(signal), staleTime: 60_000 });
  const open = data && can('plausibility.answer') ? data.open : 0;
  const answered = data && can('plausibility.decide') ? data.answered : 0;
  return (
    <>
      {open > 0 && (
        <p class="questions-waiting no-print">
          <a href="/questions">{t('questions.waiting', { count: open })}</a>
        </p>
      )}
      {answered > 0 && (
        <p class="questions-waiting no-print">
          <a href="/questions?standing=answered">{t('questions.to_decide', { count: answered })}</a>
        </p>
      )}
    </>
  );
}
