import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay, today } from '../../../lib/dates';
import { ownOrganisations, titleOf, useOrganisations } from '../../../lib/directory';
import { dropDraft, useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { EmptyState } from '../../../ui/EmptyState';
import type { Typed } from '../../../ui/form/answers';
import { FillForm } from '../../../ui/form/FillForm';
import { Scores } from '../../../ui/form/Scores';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { fillScale, getScale, type FilledScale, type Scale } from '../api';
import { PersonLead } from '../components/PersonLead';
import { versionOn } from '../model';

function Done({ filled, person }: { filled: FilledScale; person: string }) {
  return (
    <section class="card stack" role="status">
      <h2>{t('scales.done')}</h2>
      <Scores scores={filled.scores ?? []} />
      <div class="page-actions">
        <a class="button primary" href={`/recipients/${person}`}>{t('scales.to_card')}</a>
        <a class="button" href={`/recipients/${person}/scales/of/${filled.scale}`}>{t('scales.history')}</a>
      </div>
    </section>
  );
}

interface FillProps {
  person: string;
  scale: Scale;
  day: string;
  onDay(day: string): void;
}

function Fill({ person, scale, day, onDay }: FillProps) {
  const client = useQueryClient();
  const draft = `scale ${person} ${scale.id}`;
  const [typed, setTyped] = useDraft<Typed>(draft, () => ({}));
  const [done, setDone] = useState<FilledScale | null>(null);
  const own = ownOrganisations(useOrganisations().data ?? []);
  const [chosen, setChosen] = useDraft<string>('entry organisation', () => '');
  const organisation = own.some((each) => each.id === chosen) ? chosen : (own[0]?.id ?? '');
  if (done) return <Done filled={done} person={person} />;
  return (
    <>
      {own.length > 1 && (
        <div class="filters">
          <Select name="organisation" label={t('scales.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        </div>
      )}
      <FillForm
        sheet={scale.sheet}
        typed={typed}
        day={day}
        correcting={false}
        onTyped={setTyped}
        onDay={onDay}
        onSave={({ filled_on, answers }, key) => fillScale(person, { organisation, scale: scale.id, version: scale.version, filled_on, answers }, key)}
        onSaved={(filled) => {
          setDone(filled);
          dropDraft(draft);
          void client.invalidateQueries({ queryKey: ['scales of', person] });
        }}
      />
    </>
  );
}

export default function FillScalePage() {
  const person = useRoute().params.person ?? '';
  const { scale: id = '' } = useLocation().query;
  const [day, setDay] = useState(today());
  const current = useQuery({ queryKey: ['scales', id, 0], queryFn: () => getScale(id) });
  const wanted = current.data && versionOn(current.data.versions, day);
  const scale = useQuery({ queryKey: ['scales', id, wanted ?? 0], queryFn: () => getScale(id, wanted), enabled: wanted !== undefined });
  return (
    <Page title={current.data ? titleOf(current.data.titles) : t('scales.scale')} crumbs={[{ href: `/recipients/${person}`, label: t('scales.card') }]} lead={<PersonLead person={person} />}>
      {current.data && wanted === undefined ? (
        <EmptyState title={t('scales.not_yet')} detail={t('scales.not_yet_detail', { day: formatDay(current.data.valid_from) })} />
      ) : (
        <Loaded query={current.error ? current : scale}>{(loaded) => <Fill key={`${loaded.id} ${loaded.version}`} person={person} scale={loaded} day={day} onDay={setDay} />}</Loaded>
      )}
    </Page>
  );
}
