import { useLocation } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { asProblem, fieldErrors, type FieldProblem, type Problem } from '../../../lib/api';
import { openSession } from '../../../lib/language';
import { t } from '../../../lib/messages';
import { lost } from '../../../lib/session';
import { useStore } from '../../../lib/store';
import { Button } from '../../../ui/Button';
import { ErrorSummary, focusField } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { useLongWait } from '../../../ui/Progress';
import { TextInput } from '../../../ui/TextInput';
import { signIn } from '../api';
import { LanguageRow } from '../components/LanguageRow';
import '../components/SignIn.css';

/** Only addresses of this site: the next page must not lead a person who has just signed in elsewhere. */
export function safeTarget(next: string | undefined): string {
  return next && /^\/(?![/\\])/.test(next) ? next : '/';
}

function useSecondsLeft(problem: Problem | null): number {
  const [left, setLeft] = useState(0);
  useEffect(() => {
    setLeft(problem?.retry_after ?? 0);
    if (!problem?.retry_after) return;
    const timer = setInterval(() => setLeft((before) => Math.max(0, before - 1)), 1000);
    return () => clearInterval(timer);
  }, [problem]);
  return left;
}

const codes: Record<number, Problem['code']> = { 401: 'session.wrong', 403: 'session.closed', 429: 'session.too_often' };

function inWords(problem: Problem): Problem {
  const code = codes[problem.status];
  return code ? { ...problem, code, request_id: null } : problem;
}

export default function SignInPage() {
  const { route, query } = useLocation();
  const [login, setLogin] = useState('');
  const [password, setPassword] = useState('');
  const [shown, setShown] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const slow = useLongWait(busy, 4000);
  const ended = useStore(lost);
  const left = useSecondsLeft(problem);
  useEffect(() => focusField('login'), []);
  const errors = fieldErrors(problem);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (busy || left > 0) return;
    const missing: FieldProblem[] = [];
    if (!login.trim()) missing.push({ pointer: '/login', code: 'session.login_missing', detail: '' });
    if (!password) missing.push({ pointer: '/password', code: 'session.password_missing', detail: '' });
    if (missing.length > 0) {
      return setProblem({ type: 'about:blank', title: '', status: 0, detail: '', code: 'session.incomplete', errors: missing, request_id: null, retry_after: null });
    }
    setBusy(true);
    try {
      await openSession(await signIn(login.trim(), password));
      lost.set(null);
      route(safeTarget(query.next), true);
    } catch (error) {
      setProblem(inWords(asProblem(error)));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main class="sign-in">
      <div class="sign-in-card">
        <p class="sign-in-brand">{t('session.product')}</p>
        <Page title={t('session.title')}>
          {ended && (
            <p class="sign-in-ended" role="status">
              {ended === 'unsaved' ? t('session.ended_unsaved') : t('session.ended')}
            </p>
          )}
          <ErrorSummary problem={problem} />
          <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
            <TextInput name="login" label={t('session.login')} required autocomplete="username" value={login} error={errors.login} onChange={setLogin} />
            <div class="sign-in-password">
              <TextInput
                name="password"
                label={t('session.password')}
                required
                type={shown ? 'text' : 'password'}
                autocomplete="current-password"
                value={password}
                error={errors.password}
                onChange={setPassword}
              />
              <Button kind="quiet" aria-pressed={shown} onClick={() => setShown(!shown)}>
                {t('session.show_password')}
              </Button>
            </div>
            <Button kind="primary" type="submit" busy={busy || left > 0}>
              {busy ? t('session.signing_in') : t('session.sign_in')}
            </Button>
            <p class="sign-in-wait" role="status">
              {left > 0 && t('session.wait', { seconds: left })}
              {slow && t('session.slow')}
            </p>
          </form>
          <p class="muted">{t('session.forgotten')}</p>
        </Page>
      </div>
      <LanguageRow />
    </main>
  );
}
