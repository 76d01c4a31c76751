import { useEffect, useRef, useState } from 'preact/hooks';
import { problemText } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { issuedPaper, type Paper } from '../api';

/** Issues a paper of what stands, or finds the one that was issued of it, and leads to the file. */
export function PrintPaper({ title, issue }: { title: string; issue(key: string): Promise<Paper> }) {
  const [issued, setIssued] = useState<Paper | null>(null);
  const link = useRef<HTMLAnchorElement>(null);
  const sending = useSend(async (key: string) => setIssued(await issue(key)));
  useEffect(() => link.current?.focus(), [issued?.id]);
  return (
    <>
      {issued
        ? <a ref={link} class="button" href={issuedPaper(issued.id)} target="_blank" rel="noreferrer">{t('programmes.open_paper', { title, number: issued.label })}</a>
        : <Button busy={sending.busy} onClick={() => void sending.send()}>{title}</Button>}
      {(issued?.doubts.length ?? 0) > 0 && <span role="status">{t('programmes.paper_doubts', { names: issued?.doubts.join(', ') ?? '' })}</span>}
      {sending.problem && <span role="alert">{problemText(sending.problem)}</span>}
    </>
  );
}
