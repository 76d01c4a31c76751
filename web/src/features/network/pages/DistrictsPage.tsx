import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { Page } from '../../../ui/Page';
import { TextInput } from '../../../ui/TextInput';
import { districts, type Body, type District } from '../api';
import { NumberInput } from '../components/inputs';
import '../components/Network.css';
import { Register } from '../components/Register';

const counts = ['population', 'elders', 'road_km', 'tile_row', 'tile_column'] as const;

export default function DistrictsPage() {
  const text = (name: 'title' | 'code') => ({ label: t(`network.district_${name}`), words: (each: Body<District>) => each[name] });
  return (
    <Page
      title={t('network.districts')}
      lead={t('network.districts_lead')}
      actions={
        can('network.change') && (
          <>
            <a class="button" href="/reference/map">{t('network.map.load')}</a>
            <a class="button" href="/organisations/import/districts">{t('network.import')}</a>
          </>
        )
      }
    >
      <nav class="beside" aria-label={t('network.other_reference')}>
        {can('people.set_lists') && <a href="/reference/lists">{t('network.recipient_lists')}</a>}
        {can('people.set_lists') && <a href="/reference/consents">{t('network.consent_texts')}</a>}
        {can('duplicates.run') && <a href="/reference/duplicates">{t('network.duplicates')}</a>}
        {can('papers.write_templates') && <a href="/reference/papers">{t('network.paper_templates')}</a>}
        {can('payment.set_norms') && <a href="/reference/payment">{t('network.payment_norms')}</a>}
        {can('programmes.set_norms') && <a href="/reference/programmes">{t('network.programme_norms')}</a>}
      </nav>
      <Register
        store={districts}
        title={t('network.districts')}
        add={t('network.add_district')}
        newTitle={t('network.new_district')}
        empty={{ title: t('network.no_districts'), detail: t('network.no_districts_detail') }}
        mayEdit={can('network.change')}
        name={(row) => row.title}
        sort={(a, b) => a.title.localeCompare(b.title)}
        columns={[
          { key: 'population', title: t('network.population'), align: 'end', cell: (row) => formatNumber(row.population) },
          { key: 'elders', title: t('network.elders'), align: 'end', cell: (row) => formatNumber(row.elders) },
          { key: 'road', title: t('network.road_km'), align: 'end', cell: (row) => formatNumber(row.road_km) },
          { key: 'code', title: t('network.code'), weight: 'minor', cell: (row) => row.code },
        ]}
        blank={{ code: '', title: '', population: 0, elders: 0, road_km: 0, tile_row: 0, tile_column: 0 }}
        optional={[]}
        fields={[text('title'), text('code'), ...counts.map((name) => ({ label: t(`network.${name}`), words: (each: Body<District>) => formatNumber(each[name]) }))]}
        form={(draft, { change, errors }) => (
          <>
            <TextInput name="title" label={t('network.district_title')} required maxLength={200} value={draft.title} error={errors.title} onChange={(title) => change({ title })} />
            <TextInput name="code" label={t('network.district_code')} required maxLength={40} value={draft.code} error={errors.code} onChange={(code) => change({ code })} />
            {counts.map((name) => (
              <NumberInput key={name} name={name} label={t(`network.${name}`)} required value={draft[name]} error={errors[name]} onChange={(value) => change({ [name]: value })} />
            ))}
          </>
        )}
      />
    </Page>
  );
}
