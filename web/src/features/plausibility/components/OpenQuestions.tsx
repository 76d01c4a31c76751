import { useQuery } from '@tanstack/preact-query';
import { t } from '../../../lib/messages';
import { getSummary } from '../api';
import './Questions.css';

/** On the first page: how many questions wait; nothing when none does. */
export default function OpenQuestions() {
  const { data } = useQuery({ queryKey: ['questions', 'summary'], queryFn: ({ signal }) => getSummary(signal), staleTime: 60_000 });
  if (!data || data.open === 0) return null;
  return (
    <p class="questions-waiting no-print">
      <a href="/questions">{t('questions.waiting', { count: data.open })}</a>
    </p>
  );
}
