import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { formatInstant } from '../../../lib/dates';
import { useZone } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table, type Column } from '../../../ui/Table';
import { TextInput } from '../../../ui/TextInput';
import { getChanges, getThresholds, putThresholds, type Thresholds, type ThresholdsView } from '../api';
import '../components/Questions.css';

const names: readonly (keyof Thresholds)[] = ['day_minutes', 'late_facts', 'late_days', 'month_end_days', 'month_end_people', 'same_minutes_facts', 'weekend_facts'];

/** From where on the region asks; everybody may read it, the coordinator sets it. */
export default function ThresholdsPage() {
  const query = useQuery({ queryKey: ['questions', 'thresholds'], queryFn: ({ signal }) => getThresholds(signal) });
  return (
    <Page title={t('questions.thresholds')} lead={t('questions.thresholds_lead')} crumbs={[{ href: '/questions', label: t('questions.title') }]}>
      <Loaded query={query}>
        {(view) => (
          <div class="stack">
            {can('plausibility.set') && <ThresholdsForm key={view.revision} view={view} />}
            <Changes />
          </div>
        )}
      </Loaded>
    </Page>
  );
}

function ThresholdsForm({ view }: { view: ThresholdsView }) {
  const client = useQueryClient();
  const [values, setValues] = useState<Record<keyof Thresholds, string>>(() => {
    const { thresholds } = view;
    const text = (name: keyof Thresholds) => String(thresholds[name]);
    return {
      day_minutes: text('day_minutes'), late_facts: text('late_facts'), late_days: text('late_days'), month_end_days: text('month_end_days'),
      month_end_people: text('month_end_people'), same_minutes_facts: text('same_minutes_facts'), weekend_facts: text('weekend_facts'),
    };
  });
  const { busy, problem, send } = useSend((_, body: Thresholds) => putThresholds(body, view.revision));
  const save = async (event: Event) => {
    event.preventDefault();
    // What is no number is sent as 0, which is below every limit: the server says so at the field.
    const number = (name: keyof Thresholds) => Math.trunc(Number(values[name])) || 0;
    const done = await send({
      day_minutes: number('day_minutes'), late_facts: number('late_facts'), late_days: number('late_days'), month_end_days: number('month_end_days'),
      month_end_people: number('month_end_people'), same_minutes_facts: number('same_minutes_facts'), weekend_facts: number('weekend_facts'),
    });
    if (!done) return;
    notify(t('questions.thresholds_saved'));
    void client.invalidateQueries({ queryKey: ['questions'] });
  };
  const errors = fieldErrors(problem);
  return (
    <form class="card question-thresholds" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary problem={problem} />
      {names.map((name) => (
        <TextInput
          key={name} name={name} label={t(`questions.threshold.${name}`)} required inputMode="numeric" size="short" maxLength={4} value={values[name]} error={errors[name]}
          onChange={(value) => setValues((before) => ({ ...before, [name]: value }))}
        />
      ))}
      <div class="question-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('questions.save')}</Button>
      </div>
    </form>
  );
}

function Changes() {
  const zone = useZone();
  const query = useQuery({ queryKey: ['questions', 'thresholds', 'changes'], queryFn: getChanges });
  const columns: Column<ThresholdsView>[] = [
    { key: 'since', title: t('questions.since'), weight: 'main', cell: (row) => formatInstant(row.since, zone) },
    { key: 'by', title: t('questions.by'), cell: (row) => row.by ?? t('questions.came_with_program') },
    ...names.map((name): Column<ThresholdsView> => ({ key: name, title: t(`questions.threshold.${name}`), align: 'end', cell: (row) => row.thresholds[name] })),
  ];
  return (
    <section class="stack" aria-label={t('questions.changes')}>
      <h2>{t('questions.changes')}</h2>
      <Table caption={t('questions.changes')} columns={columns} rows={query.data ?? null} rowKey={(row) => String(row.revision)} problem={query.error ? asProblem(query.error) : null} onRetry={() => void query.refetch()} empty={<EmptyState title={t('questions.none')} />} />
    </section>
  );
}
