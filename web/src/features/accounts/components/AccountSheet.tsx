import { useQueryClient } from '@tanstack/preact-query';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { languages, t, type Language } from '../../../lib/messages';
import { session } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { Conflict } from '../../../ui/Conflict';
import { Sheet } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { TextInput } from '../../../ui/TextInput';
import { changeAccount, createAccount, getAccount, inviteAgain, isRegional, type Account, type AccountRequest, type Invitation } from '../api';
import { InvitationLink } from './InvitationLink';
import { RolesFields, type RoleDraft } from './RolesFields';

interface Draft {
  login: string;
  name: string;
  language: Language;
  active: boolean;
  roles: RoleDraft[];
}

function draftOf(account: Account | null): Draft {
  if (!account) return { login: '', name: '', language: 'ru', active: true, roles: [{ role: 'desk', organisation: '' }] };
  const { login, name, language, active } = account;
  return { login, name, language, active, roles: account.roles.map(({ role, organisation }) => ({ role, organisation: organisation?.id ?? '' })) };
}

function requestOf(draft: Draft): AccountRequest {
  return {
    ...draft,
    login: draft.login.trim(),
    name: draft.name.trim(),
    roles: draft.roles.map(({ role, organisation }) => ({ role, organisation: isRegional(role) ? undefined : organisation || undefined })),
  };
}

function rolesWords(account: Account): string {
  return account.roles.map(({ role, organisation }) => [t(`accounts.role.${role}`), organisation?.title].filter(Boolean).join(', ')).join('; ');
}

export interface AccountSheetProps {
  /** null makes a new account, undefined closes the sheet. */
  account: Account | null | undefined;
  onClose(): void;
}

export function AccountSheet({ account, onClose }: AccountSheetProps) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<Draft>(draftOf(null));
  const [base, setBase] = useState<Account | null>(null);
  const [theirs, setTheirs] = useState<Account | null>(null);
  const [invitation, setInvitation] = useState<Invitation | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef('');
  useEffect(() => {
    setDraft(draftOf(account ?? null));
    setBase(account ?? null);
    setTheirs(null);
    setInvitation(null);
    setProblem(null);
    key.current = newKey();
  }, [account]);
  const errors = fieldErrors(problem);
  const change = (part: Partial<Draft>) => setDraft((before) => ({ ...before, ...part }));
  const self = base !== null && base.id === session.get()?.account.id;

  const attempt = async (work: () => Promise<void>) => {
    if (busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await work();
      void client.invalidateQueries({ queryKey: ['accounts'] });
    } catch (error) {
      const failure = asProblem(error);
      if (failure.status !== 0) key.current = newKey();
      const now = failure.status === 412 && base ? await getAccount(base.id).catch(() => null) : null;
      if (now) setTheirs(now);
      else setProblem(failure);
    } finally {
      setBusy(false);
    }
  };
  const save = (revision: number | null) =>
    attempt(async () => {
      if (base && revision !== null) {
        await changeAccount(base.id, requestOf(draft), revision);
        notify(t('accounts.saved'));
        onClose();
      } else setInvitation(await createAccount(requestOf(draft), key.current));
    });
  const invite = () =>
    attempt(async () => {
      if (base) setInvitation(await inviteAgain(base.id, key.current));
      key.current = newKey();
    });

  return (
    <Sheet title={account ? account.name : t('accounts.new')} open={account !== undefined} onClose={onClose}>
      {invitation && <InvitationLink invitation={invitation} name={draft.name} />}
      {invitation && !base ? (
        <div class="page-actions invitation-done">
          <Button onClick={onClose}>{t('accounts.done')}</Button>
        </div>
      ) : (
        <form
          class="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void save(base?.revision ?? null);
          }}
        >
          <ErrorSummary problem={problem} />
          {theirs && (
            <Conflict
              busy={busy}
              differences={[
                { label: t('accounts.name'), mine: draft.name, theirs: theirs.name },
                { label: t('accounts.language'), mine: t(`accounts.language.${draft.language}`), theirs: t(`accounts.language.${theirs.language}`) },
                { label: t('accounts.active'), mine: draft.active ? t('accounts.yes') : t('accounts.no'), theirs: theirs.active ? t('accounts.yes') : t('accounts.no') },
                { label: t('accounts.roles'), mine: draft.roles.map(({ role }) => t(`accounts.role.${role}`)).join('; '), theirs: rolesWords(theirs) },
              ]}
              onTheirs={() => {
                setBase(theirs);
                setDraft(draftOf(theirs));
                setTheirs(null);
              }}
              onMine={() => void save(theirs.revision)}
            />
          )}
          {base ? (
            <p>
              <span class="muted">{t('accounts.login')}:</span> <strong>{base.login}</strong>
            </p>
          ) : (
            <TextInput name="login" label={t('accounts.login')} hint={t('accounts.login_hint')} required maxLength={64} value={draft.login} error={errors.login} onChange={(login) => change({ login })} />
          )}
          <TextInput name="name" label={t('accounts.name')} hint={t('accounts.name_hint')} required maxLength={200} value={draft.name} error={errors.name} onChange={(name) => change({ name })} />
          <Select name="language" label={t('accounts.language')} required value={draft.language} error={errors.language} choices={languages.map((each) => ({ value: each, label: t(`accounts.language.${each}`) }))} onChange={(language) => change({ language: language as Language })} />
          <RolesFields value={draft.roles} errors={errors} onChange={(next) => change({ roles: next })} />
          {base && <Check label={t('accounts.active')} hint={self ? t('accounts.not_self') : t('accounts.active_hint')} disabled={self} checked={draft.active} onChange={(active) => change({ active })} />}
          <div class="page-actions">
            <Button kind="primary" type="submit" busy={busy}>{base ? t('accounts.save') : t('accounts.create')}</Button>
            <Button onClick={onClose}>{t('accounts.cancel')}</Button>
            {base?.active && !invitation && <Button busy={busy} onClick={() => void invite()}>{base.has_password ? t('accounts.reset') : t('accounts.invite_again')}</Button>}
          </div>
        </form>
      )}
    </Sheet>
  );
}
