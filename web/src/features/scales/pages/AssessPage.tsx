import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { notify } from '../../../ui/Status';
import { assess, getLatest } from '../api';
import { AssessForm } from '../components/AssessForm';
import { PersonLead } from '../components/PersonLead';

export default function AssessPage() {
  const person = useRoute().params.person ?? '';
  const { route } = useLocation();
  const client = useQueryClient();
  const latest = useQuery({ queryKey: ['scales of', person, 'offered'], queryFn: () => getLatest(person) });
  const own = ownOrganisations(useOrganisations().data ?? []);
  const [chosen, setChosen] = useDraft<string>('entry organisation', () => '');
  const organisation = own.some((each) => each.id === chosen) ? chosen : (own[0]?.id ?? '');
  return (
    <Page
      title={t('scales.assess')}
      crumbs={[{ href: `/recipients/${person}`, label: t('scales.card') }]}
      lead={
        <>
          <PersonLead person={person} />
          <div class="muted">{t('scales.assess_lead')}</div>
        </>
      }
    >
      {own.length > 1 && (
        <div class="filters">
          <Select name="organisation" label={t('scales.organisation')} required value={organisation} choices={own.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        </div>
      )}
      <Loaded query={latest}>
        {(offered) => (
          <AssessForm
            person={person}
            offered={offered}
            before={null}
            onSave={({ assessed_on, scales, conclusion }, key) => assess(person, { organisation, assessed_on, scales, conclusion: conclusion.trim() }, key)}
            onSaved={(made) => {
              notify(t('scales.assessment_done'));
              void client.invalidateQueries({ queryKey: ['scales of', person] });
              route(`/recipients/${person}/assessments/${made.id}`, true);
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
