import { useQuery } from '@tanstack/preact-query';
import { useEffect, useState } from 'preact/hooks';
import { asProblem, fieldText, problemText } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { previewOf, type Input } from '../api';
import type { Lack } from '../model/form';
import { Calculation, Payment } from './Calculation';
import { Changes } from './Changes';

/** The text once nobody has typed for a moment. */
function useRested(text: string): string {
  const [rested, setRested] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setRested(text), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return rested;
}

/** What would follow from what is typed, as the server reckons it; nothing of it is recorded. */
export function Live({ person, input, lacks }: { person: string; input: Input | null; lacks: readonly Lack[] | null }) {
  const asked = useRested(input ? JSON.stringify(input) : '');
  const preview = useQuery({
    queryKey: ['payment', 'preview', person, asked],
    queryFn: ({ signal }) => previewOf(person, JSON.parse(asked) as Input, signal),
    enabled: asked !== '' && input !== null,
    placeholderData: (before) => before,
    gcTime: 0,
  });
  const problem = preview.error ? asProblem(preview.error) : null;
  return (
    <section class="card pay-live stack" aria-label={t('payment.calculation')} aria-busy={preview.isFetching} tabIndex={0}>
      <h2>{t('payment.calculation')}</h2>
      {lacks ? (
        <>
          <p>{t('payment.lacks')}</p>
          <ul class="pay-lacks">{lacks.map((each) => <li key={each}>{t(`payment.lack.${each}`)}</li>)}</ul>
        </>
      ) : problem ? (
        <div class="table-problem" role="alert">
          <div>{problem.errors.length > 0 ? problem.errors.map((each) => <p key={each.pointer + each.code}>{fieldText(each)}</p>) : <p>{problemText(problem)}</p>}</div>
          {problem.errors.length === 0 && <Button onClick={() => void preview.refetch()}>{t('ui.retry')}</Button>}
        </div>
      ) : preview.data ? (
        <>
          <div role="status"><Payment calculation={preview.data.calculation} /></div>
          <Changes changes={preview.data.changes} />
          <Calculation calculation={preview.data.calculation} />
        </>
      ) : (
        <p class="muted">{t('payment.reckoning')}</p>
      )}
    </section>
  );
}
