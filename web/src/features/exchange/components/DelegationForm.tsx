import { useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Organisation } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { getStaff } from '../api';
import type { Delegation, DelegationDraft } from '../model/types';

interface Line {
  name: string;
  position: string;
}
const blank: Line = { name: '', position: '' };

export interface DelegationFormProps {
  organisations: readonly Organisation[];
  known: Delegation | null;
  onSave(draft: DelegationDraft, key: string): Promise<unknown>;
  onDone(): void;
}

/** People of the register by choice, others by name and post. */
export function DelegationForm({ organisations, known, onSave, onDone }: DelegationFormProps) {
  const [chosen, setOrganisation] = useState('');
  const organisation = chosen || organisations[0]?.id || '';
  const [lines, setLines] = useState<Line[]>(known?.delegates?.map(({ name, position }) => ({ name, position })) ?? [blank]);
  const staff = useQuery({ queryKey: ['exchange', 'staff', organisation], queryFn: () => getStaff(organisation), enabled: organisation !== '' });
  const { busy, problem, send } = useSend((key, draft: DelegationDraft) => onSave(draft, key));
  const errors = fieldErrors(problem);
  const change = (at: number, line: Line) => setLines(lines.map((each, i) => (i === at ? line : each)));
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const delegates = lines.map(({ name, position }) => ({ ...(name.trim() ? { name: name.trim() } : {}), ...(position.trim() ? { position: position.trim() } : {}) }));
    if (await send({ organisation, delegates })) onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void submit(event)}>
      <h2>{known ? known.organisation.title : t('exchange.sign_up')}</h2>
      <p class="muted">{t('exchange.sign_up_lead')}</p>
      <ErrorSummary problem={problem} />
      {!known && <Select name="organisation" label={t('exchange.centre')} required value={organisation} error={errors.organisation} choices={organisations.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setOrganisation} />}
      {lines.map((line, i) => (
        <div key={i} class="exchange-row">
          <TextInput name={`delegates/${i}/name`} label={t('exchange.delegate_name')} required maxLength={200} value={line.name} error={errors[`delegates/${i}/name`]} onChange={(name) => change(i, { ...line, name })} />
          <TextInput name={`delegates/${i}/position`} label={t('exchange.delegate_position')} required maxLength={200} value={line.position} error={errors[`delegates/${i}/position`]} onChange={(position) => change(i, { ...line, position })} />
          <Button kind="quiet" onClick={() => setLines(lines.filter((_, k) => k !== i))}>
            {t('exchange.remove')}
          </Button>
        </div>
      ))}
      <div class="exchange-row">
        <Select
          name="from_register"
          label={t('exchange.from_register')}
          value=""
          empty={t('exchange.choose')}
          choices={(staff.data ?? []).filter((each) => !each.left_on && !lines.some((line) => line.name === each.name)).map((each) => ({ value: each.id, label: `${each.name}, ${each.position}` }))}
          onChange={(id) => {
            const found = staff.data?.find((each) => each.id === id);
            if (found) setLines([...lines.filter((line) => line.name || line.position), { name: found.name, position: found.position }]);
          }}
        />
        <Button onClick={() => setLines([...lines, blank])}>{t('exchange.delegate_add')}</Button>
      </div>
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>
          {t('exchange.save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('exchange.cancel')}
        </Button>
      </div>
    </form>
  );
}
