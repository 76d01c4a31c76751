import { useState } from 'preact/hooks';
import { formatInstant } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { announce } from '../../../ui/Status';
import type { Invitation } from '../api';

/** The token stands behind the #, which browsers send to no server and no log. */
export function linkOf(invitation: Invitation): string {
  return `${location.origin}/invitation#${invitation.token}`;
}

async function copy(field: HTMLInputElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    // Without TLS there is no clipboard; the old way still works.
    field.select();
    return document.execCommand('copy');
  }
}

export function InvitationLink({ invitation, name }: { invitation: Invitation; name: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <section class="invitation" aria-label={t('accounts.link')}>
      <p>
        <strong>{t('accounts.invited', { name })}</strong>
      </p>
      <p>{t('accounts.link_once')}</p>
      <div class="invitation-link">
        <input id="invitation-link" class="input" readOnly aria-label={t('accounts.link')} value={linkOf(invitation)} onFocus={(event) => event.currentTarget.select()} />
        <Button
          kind="primary"
          onClick={() => {
            const field = document.getElementById('invitation-link');
            if (!(field instanceof HTMLInputElement)) return;
            void copy(field).then((done) => {
              setCopied(done);
              announce(done ? t('accounts.copied') : t('accounts.copy_yourself'));
            });
          }}
        >
          {copied ? t('accounts.copied') : t('accounts.copy')}
        </Button>
      </div>
      <p class="muted">{t('accounts.link_expires', { when: formatInstant(invitation.expires) })}</p>
    </section>
  );
}
