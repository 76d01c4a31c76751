import type { ComponentChildren } from 'preact';
import { asProblem, problemText } from '../lib/api';
import { t } from '../lib/messages';
import { Button } from './Button';
import { Waiting } from './Progress';

interface Query<Data> {
  data: Data | undefined;
  error: unknown;
  isPending: boolean;
  refetch(): unknown;
}

/** What was loaded, or the wait, or what went wrong and a way to try again. */
export function Loaded<Data>({ query, children }: { query: Query<Data>; children(data: Data): ComponentChildren }) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.error) return <Failure error={query.error} onRetry={() => void query.refetch()} />;
  return <Waiting waiting={query.isPending} />;
}

export function Failure({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div class="table-problem" role="alert">
      <p>{problemText(asProblem(error))}</p>
      {onRetry && <Button onClick={onRetry}>{t('ui.retry')}</Button>}
    </div>
  );
}
