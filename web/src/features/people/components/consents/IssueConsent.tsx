import { useEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../../../lib/api';
import { ownOrganisations, titleOf, useOrganisations } from '../../../../lib/directory';
import { t } from '../../../../lib/messages';
import { useSend } from '../../../../lib/send';
import { Button } from '../../../../ui/Button';
import { notify } from '../../../../ui/Status';
import { issueConsent, issuedPaper, type ConsentText } from '../../api';

/** Gives a consent its number; what was issued is then printed, as often as needed. */
export function IssueConsent({ person, text, representative }: { person: string; text: ConsentText; representative?: number | undefined }) {
  const organisation = ownOrganisations(useOrganisations().data ?? [])[0]?.id;
  const [issued, setIssued] = useState<{ id: string; label: string; doubts: string[] } | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const { busy, problem, send } = useSend(async (key: string) => {
    const made = await issueConsent(person, { organisation: organisation ?? '', text: text.id, ...(representative === undefined ? {} : { representative }) }, key);
    setIssued(made);
    notify(t('people.consents.issued', { number: made.label }));
  });
  useEffect(() => link.current?.focus(), [issued?.id]);
  if (!organisation) return null;
  return (
    <>
      {issued ? (
        <a ref={link} href={issuedPaper(issued.id)} target="_blank" rel="noreferrer">{t('people.consents.open_issued', { number: issued.label })}</a>
      ) : (
        <Button kind="quiet" busy={busy} name={t('people.consents.issue_of', { title: titleOf(text.titles) })} onClick={() => void send()}>{t('people.consents.issue')}</Button>
      )}
      {(issued?.doubts ?? []).length > 0 && <span role="status">{t('people.consents.doubts', { names: (issued?.doubts ?? []).join(', ') })}</span>}
      {problem && <span role="alert">{problemText(problem)}</span>}
    </>
  );
}
