import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem, problemText } from '../../../lib/api';
import { ownOrganisations, titleOf, useOrganisations } from '../../../lib/directory';
import { today } from '../../../lib/dates';
import { dropDraft, useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Select } from '../../../ui/Select';
import { fill, getSheet, moments, type FilledForm, type Moment, type Sheet } from '../api';
import { FillForm } from '../../../ui/form/FillForm';
import { Scores } from '../../../ui/form/Scores';
import type { Typed } from '../../../ui/form/answers';

function Done({ form, person }: { form: FilledForm; person: string }) {
  return (
    <section class="card stack" role="status">
      <h2>{t('forms.done')}</h2>
      <Scores scores={form.scores ?? []} />
      <div class="page-actions">
        <a class="button primary" href={`/recipients/${person}`}>{t('forms.to_card')}</a>
        <a class="button" href="/journal/new">{t('forms.to_entry')}</a>
      </div>
    </section>
  );
}

interface FillingProps {
  person: string;
  version: string;
  sheet: Sheet;
  wanted: string;
  fact: string | undefined;
}

function Fill({ person, version, sheet, wanted, fact }: FillingProps) {
  const client = useQueryClient();
  const draft = `form ${person} ${version} ${sheet.form}`;
  const [typed, setTyped] = useDraft<Typed>(draft, () => ({}));
  const [moment, setMoment] = useState<Moment>(sheet.moments.find((each) => each === wanted) ?? sheet.moments[0] ?? 'start');
  const [done, setDone] = useState<FilledForm | null>(null);
  const organisations = useOrganisations();
  const own = ownOrganisations(organisations.data ?? []);
  const [chosen, setChosen] = useDraft<string>('entry organisation', () => '');
  const organisation = own.some((each) => each.id === chosen) ? chosen : (own[0]?.id ?? '');
  if (done) return <Done form={done} person={person} />;
  return (
    <>
      {(sheet.moments.length > 1 || own.length > 1) && (
        <div class="filters">
          {sheet.moments.length > 1 && (
            <Select name="moment" label={t('forms.moment')} required value={moment} choices={moments.filter((each) => sheet.moments.includes(each)).map((each) => ({ value: each, label: t(`forms.moment.${each}`) }))} onChange={(each) => setMoment(each as Moment)} />
          )}
          {own.length > 1 && (
            <Select name="organisation" label={t('forms.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
          )}
        </div>
      )}
      <FillForm
        sheet={sheet}
        typed={typed}
        day={today()}
        correcting={false}
        onTyped={setTyped}
        onSave={({ filled_on, answers }, key) => fill(person, { organisation, version, form: sheet.form, moment, filled_on, answers, ...(fact ? { fact } : {}) }, key)}
        onSaved={(form) => {
          setDone(form);
          dropDraft(draft);
          void client.invalidateQueries({ queryKey: ['forms', person] });
        }}
      />
    </>
  );
}

export default function FillPage() {
  const { params } = useRoute();
  const { query } = useLocation();
  const person = params.person ?? '';
  const { version = '', form = '', moment = '', fact } = query;
  const sheet = useQuery({ queryKey: ['forms', 'sheet', version, form], queryFn: () => getSheet(version, form), staleTime: Infinity });
  return (
    <Page
      title={sheet.data ? titleOf(sheet.data.titles) : t('forms.title')}
      lead={sheet.data?.confidential && t('forms.confidential_lead')}
      crumbs={[{ href: `/recipients/${person}`, label: t('forms.card') }]}
    >
      {sheet.error && (
        <div class="table-problem" role="alert">
          <p>{problemText(asProblem(sheet.error))}</p>
          <Button onClick={() => void sheet.refetch()}>{t('ui.retry')}</Button>
        </div>
      )}
      {!sheet.data && !sheet.error && <Waiting waiting />}
      {sheet.data && <Fill key={`${version} ${form}`} person={person} version={version} sheet={sheet.data} wanted={moment} fact={fact} />}
    </Page>
  );
}
