import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import type { Day } from '../../../lib/dates';
import { titleOf, useServices } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { regionDay } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Sheet } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Select } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { mark, outcomes, type Mark, type Programme, type Reason } from '../api';

type Marked = Record<string, { outcome: Mark['outcome'] | ''; reason: string; note: string }>;

interface MarksProps {
  programme: Programme;
  services: readonly string[];
  reasons: readonly Reason[];
  onDone(): void;
}

function Form({ programme, services, reasons, onDone }: MarksProps) {
  const all = useServices();
  const [marked, setMarked] = useState<Marked>({});
  const [day, setDay] = useState<Day | null>(regionDay());
  const chosen = services.filter((each) => marked[each]?.outcome);
  const sending = useSend((key: string, on: Day) => mark(programme.id, {
    day: on,
    marks: chosen.map((service) => {
      const { outcome, reason, note } = marked[service] as Marked[string];
      return { service, outcome: outcome as Mark['outcome'], ...(reason && outcome !== 'fulfilled' ? { reason } : {}), ...(note.trim() ? { note: note.trim() } : {}) };
    }),
  }, key));
  const errors = fieldErrors(sending.problem);
  const set = (service: string, next: Partial<Marked[string]>) => setMarked((before) => ({ ...before, [service]: { outcome: '', reason: '', note: '', ...before[service], ...next } }));
  const why = reasons.filter(({ kind }) => kind === 'unfulfilled').map(({ code, titles }) => ({ value: code, label: titleOf(titles) }));
  return (
    <form class="stack" noValidate onSubmit={(event) => {
      event.preventDefault();
      if (day && chosen.length > 0) void sending.send(day).then((sent) => sent && onDone());
    }}>
      <ErrorSummary problem={sending.problem} />
      <DateField name="day" label={t('programmes.day')} required max={regionDay()} value={day} error={errors.day} onChange={setDay} />
      {services.map((service) => {
        const place = chosen.indexOf(service);
        const now = marked[service];
        return (
          <fieldset key={service} class="stack">
            <Select name={`outcome/${service}`} label={titleOf(all.data?.find((each) => each.id === service)?.titles)} empty={t('programmes.not_marked')} value={now?.outcome ?? ''} choices={outcomes.map((each) => ({ value: each, label: t(`programmes.outcome.${each}`) }))} onChange={(outcome) => set(service, { outcome: outcome as Mark['outcome'] })} />
            {now?.outcome && now.outcome !== 'fulfilled' && (
              <>
                <Select name={`marks/${place}/reason`} label={t('programmes.reason')} required empty={t('programmes.choose')} value={now.reason} choices={why} error={errors[`marks/${place}/reason`]} onChange={(reason) => set(service, { reason })} />
                <TextInput name={`marks/${place}/note`} label={t('programmes.note')} maxLength={500} value={now.note} onChange={(note) => set(service, { note })} />
              </>
            )}
          </fieldset>
        );
      })}
      <div class="form-actions"><Button kind="primary" type="submit" busy={sending.busy} disabled={chosen.length === 0}>{t('programmes.record')}</Button></div>
    </form>
  );
}

export function MarksDialog({ open, onClose, ...rest }: MarksProps & { open: boolean; onClose(): void }) {
  return (
    <Sheet title={t('programmes.mark')} open={open} onClose={onClose}>
      {open && <Form {...rest} />}
    </Sheet>
  );
}
