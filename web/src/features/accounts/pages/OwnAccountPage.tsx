import { useLocation } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors, problemText, type Problem } from '../../../lib/api';
import { changeLanguage } from '../../../lib/language';
import { language, languages, t, type Language } from '../../../lib/messages';
import { session, useSession } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { changePassword, setPreferences } from '../api';
import { NewPassword } from '../components/NewPassword';
import '../components/Accounts.css';

function LanguageCard() {
  const [problem, setProblem] = useState<Problem | null>(null);
  const change = async (next: Language) => {
    setProblem(null);
    try {
      await setPreferences(next);
      await changeLanguage(next);
      notify(t('accounts.language_set'));
    } catch (error) {
      setProblem(asProblem(error));
    }
  };
  return (
    <section class="card" aria-label={t('accounts.language')}>
      <h2>{t('accounts.language')}</h2>
      {problem && <p class="field-error" role="alert">{problemText(problem)}</p>}
      <RadioGroup name="language" label={t('accounts.language_own')} required value={language()} choices={languages.map((each) => ({ value: each, label: t(`accounts.language.${each}`) }))} onChange={(next) => void change(next as Language)} />
    </section>
  );
}

function PasswordCard() {
  const { route } = useLocation();
  const [old, setOld] = useState('');
  const [next, setNext] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const errors = fieldErrors(problem);
  const save = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    const missing = [...(old ? [] : ['old_password']), ...(next ? [] : ['new_password'])];
    if (missing.length > 0) {
      return setProblem({ type: 'about:blank', title: '', status: 0, detail: '', code: 'accounts.check', request_id: null, retry_after: null, errors: missing.map((name) => ({ pointer: `/${name}`, code: 'accounts.password_missing', detail: t('accounts.password_missing') })) });
    }
    setBusy(true);
    try {
      await changePassword(old, next);
      // Every session has ended, this one too.
      notify(t('accounts.password_changed'));
      session.set(null);
      route('/sign-in', true);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <form class="card stack" noValidate onSubmit={(event) => void save(event)}>
      <h2>{t('accounts.password')}</h2>
      <p class="muted">{t('accounts.password_ends')}</p>
      <ErrorSummary problem={problem} />
      <TextInput name="old_password" label={t('accounts.old_password')} required type="password" autocomplete="current-password" value={old} error={errors.old_password} onChange={setOld} />
      <NewPassword name="new_password" value={next} error={errors.new_password} onChange={setNext} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('accounts.change_password')}</Button>
      </div>
    </form>
  );
}

export default function OwnAccountPage() {
  const known = useSession();
  if (!known) return null;
  const { name, login, roles } = known.account;
  return (
    <Page title={t('accounts.own')}>
      <section class="card" aria-label={t('accounts.own')}>
        <dl class="facts-list">
          <dt>{t('accounts.name')}</dt>
          <dd>{name}</dd>
          <dt>{t('accounts.login')}</dt>
          <dd>{login}</dd>
          <dt>{t('accounts.roles')}</dt>
          <dd>
            {roles.map(({ role, organisation }) => (
              <div key={`${role}${organisation?.id}`}>{[t(`accounts.role.${role}`), organisation?.title].filter(Boolean).join(', ')}</div>
            ))}
          </dd>
        </dl>
      </section>
      <div class="account-columns">
        <PasswordCard />
        <LanguageCard />
      </div>
    </Page>
  );
}
