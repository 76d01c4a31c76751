import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem, problemText } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { correct, getForm, getSheet, type FilledForm, type Sheet } from '../api';
import { Answered } from '../../../ui/form/Answered';
import { FillForm } from '../../../ui/form/FillForm';
import { Scores } from '../../../ui/form/Scores';
import { typedOf } from '../../../ui/form/answers';

function Filled({ person, form, sheet }: { person: string; form: FilledForm; sheet: Sheet }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [correcting, setCorrecting] = useState(false);
  const [typed, setTyped] = useState(() => typedOf(sheet.fields, form.answers ?? {}));
  if (correcting)
    return (
      <FillForm
        sheet={sheet}
        typed={typed}
        day={form.filled_on}
        correcting
        onTyped={setTyped}
        onSave={(filling, key) => correct(form.id, filling, key)}
        onSaved={(made) => {
          notify(t('forms.corrected'));
          void client.invalidateQueries({ queryKey: ['forms', person] });
          route(`/recipients/${person}/forms/${made.id}`, true);
        }}
      />
    );
  return (
    <>
      <section class="card" aria-label={t('form.scores')}>
        <h2>{t('form.scores')}</h2>
        <Scores scores={form.scores ?? []} />
      </section>
      <Answered sheet={sheet} answers={form.answers ?? {}} />
      {can('forms.fill') && !form.corrected && (
        <div class="page-actions">
          <Button onClick={() => setCorrecting(true)}>{t('forms.correct')}</Button>
        </div>
      )}
    </>
  );
}

export default function FormPage() {
  const { params } = useRoute();
  const person = params.person ?? '';
  const id = params.form ?? '';
  const form = useQuery({ queryKey: ['forms', person, id], queryFn: () => getForm(id) });
  const { version = '', form: name = '' } = form.data ?? {};
  const sheet = useQuery({ queryKey: ['forms', 'sheet', version, name], queryFn: () => getSheet(version, name), enabled: form.data !== undefined, staleTime: Infinity });
  const failed = [form, sheet].find((each) => each.error);
  return (
    <Page
      title={form.data ? titleOf(form.data.titles) : t('forms.title')}
      crumbs={[{ href: `/recipients/${person}`, label: t('forms.card') }]}
      lead={
        form.data && (
          <>
            {t(`forms.moment.${form.data.moment}`)}, {formatDay(form.data.filled_on)}
            {form.data.author && `, ${form.data.author}`} {form.data.corrected && <Tag tone="warning">{t('forms.is_corrected')}</Tag>}
            {form.data.reason && <span class="muted"> {t('forms.corrects', { reason: form.data.reason })}</span>}
          </>
        )
      }
    >
      {failed && (
        <div class="table-problem" role="alert">
          <p>{problemText(asProblem(failed.error))}</p>
          <Button onClick={() => void failed.refetch()}>{t('ui.retry')}</Button>
        </div>
      )}
      {!failed && !(form.data && sheet.data) && <Waiting waiting />}
      {form.data && !form.data.readable && <p>{t('forms.unreadable')}</p>}
      {form.data?.readable && sheet.data && <Filled key={id} person={person} form={form.data} sheet={sheet.data} />}
    </Page>
  );
}
