import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { namer, ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { hearElsewhere, takeOver, type Elsewhere, type Pair } from '../api';

export interface ElsewhereDialogProps {
  pair: Pair | null;
  onClose(): void;
  /** The other is served here too by now. */
  onTaken(person: string): void;
}

function Form({ found, onClose, onTaken }: { found: Elsewhere } & Pick<ElsewhereDialogProps, 'onClose' | 'onTaken'>) {
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const place = namer(organisations.data, (each) => each.title);
  const [organisation, setOrganisation] = useState('');
  const [reason, setReason] = useState('');
  const chosen = organisation || (own[0]?.id ?? '');
  const { busy, problem, send } = useSend(async (key: string, there: string, words: string) => onTaken((await takeOver(found.lookup, there, words, key)).person.id));
  const errors = fieldErrors(problem);
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void send(chosen, reason.trim()); }}>
      <p>
        <strong>{found.initials}</strong>, {t('duplicates.born_in', { year: found.birth_year })}. {t('duplicates.served_by', { place: place(found.organisation) || '—' })}
      </p>
      <p class="muted">{t('duplicates.take_over_hint')}</p>
      <ErrorSummary problem={problem} />
      {own.length > 1 && <Select name="organisation" label={t('duplicates.organisation')} required value={chosen} error={errors.organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setOrganisation} />}
      <TextInput name="reason" label={t('duplicates.take_over_reason')} hint={t('duplicates.reason_hint')} required rows={2} maxLength={500} value={reason} error={errors.reason} onChange={setReason} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('duplicates.take_over')}</Button>
        <Button onClick={onClose}>{t('duplicates.cancel')}</Button>
      </div>
    </form>
  );
}

function Told({ pair, onClose, onTaken }: ElsewhereDialogProps & { pair: Pair }) {
  const told = useQuery({ queryKey: ['duplicates', 'elsewhere', pair.id], queryFn: () => hearElsewhere(pair.id), staleTime: 1_500_000, retry: false });
  return <Loaded query={told}>{(found) => <Form found={found} onClose={onClose} onTaken={onTaken} />}</Loaded>;
}

/** Whom another institution serves: told as a lookup tells it, which the log keeps, and taken over for a reason. */
export function ElsewhereDialog(props: ElsewhereDialogProps) {
  return (
    <Dialog title={t('duplicates.elsewhere_title')} open={props.pair !== null} onClose={props.onClose}>
      {props.pair && <Told {...props} pair={props.pair} />}
    </Dialog>
  );
}
