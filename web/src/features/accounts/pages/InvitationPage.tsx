import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors, type Problem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { acceptInvitation, whoIsInvited } from '../api';
import { NewPassword } from '../components/NewPassword';
import '../components/Accounts.css';

let token = '';

/** Read once and taken from the address, so that neither the history nor a glance keeps it. */
function takeToken(): string {
  const found = location.hash.slice(1);
  if (found) {
    token = found;
    history.replaceState(history.state, '', location.pathname);
  }
  return token;
}

export default function InvitationPage() {
  const [secret] = useState(takeToken);
  const [password, setPassword] = useState('');
  const invited = useQuery({ queryKey: ['invitation', secret], queryFn: () => whoIsInvited(secret), enabled: secret !== '', staleTime: Infinity });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [done, setDone] = useState(false);

  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    if (!password) {
      return setProblem({ type: 'about:blank', title: '', status: 0, detail: '', code: 'accounts.check', request_id: null, retry_after: null, errors: [{ pointer: '/password', code: 'accounts.password_missing', detail: t('accounts.password_missing') }] });
    }
    setBusy(true);
    try {
      await acceptInvitation(secret, password);
      token = '';
      setDone(true);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };

  return (
    <main class="threshold-page">
      <div class="threshold-card">
        <Page title={done ? t('accounts.password_set') : t('accounts.welcome')}>
          {done && (
            <>
              <p role="status">{t('accounts.now_sign_in')}</p>
              <a class="button primary" href="/sign-in">{t('accounts.sign_in')}</a>
            </>
          )}
          {!done && !secret && <p>{t('accounts.no_token')}</p>}
          {!done && secret && (
            <form class="stack" noValidate onSubmit={(event) => void save(event)}>
              <ErrorSummary problem={problem ?? (invited.error ? asProblem(invited.error) : null)} />
              {invited.data && (
                <p>
                  <span class="muted">{invited.data.name}. {t('accounts.invited_login')}:</span> <strong>{invited.data.login}</strong>
                </p>
              )}
              <NewPassword name="password" value={password} error={fieldErrors(problem).password} onChange={setPassword} />
              <Button kind="primary" type="submit" busy={busy}>{t('accounts.set_password')}</Button>
            </form>
          )}
        </Page>
      </div>
    </main>
  );
}
