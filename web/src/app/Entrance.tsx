import type { ComponentChildren } from 'preact';
import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { asProblem, get, problemText, type Problem } from '../lib/api';
import { openSession } from '../lib/language';
import { t } from '../lib/messages';
import { useSession } from '../lib/session';
import { Button } from '../ui/Button';
import { Waiting } from '../ui/Progress';

/** Lets in who is signed in, sends the others to the sign-in page and back to where they were going. */
export function Entrance({ children }: { children: ComponentChildren }) {
  const known = useSession();
  const { route } = useLocation();
  const [problem, setProblem] = useState<Problem | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (known) return;
    setProblem(null);
    get('/session')
      .then(openSession)
      .catch((error) => {
        const failure = asProblem(error);
        if (failure.status !== 401) return setProblem(failure);
        const target = location.pathname + location.search;
        route(target === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(target)}`, true);
      });
  }, [known, attempt]);

  if (known) return <>{children}</>;
  return (
    <main class="threshold">
      {problem ? (
        <div role="alert">
          <h1>{t('app.cannot_open')}</h1>
          <p>{problemText(problem)}</p>
          <Button kind="primary" onClick={() => setAttempt(attempt + 1)}>
            {t('ui.retry')}
          </Button>
        </div>
      ) : (
        <Waiting waiting />
      )}
    </main>
  );
}
