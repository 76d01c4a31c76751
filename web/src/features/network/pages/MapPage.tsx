import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { useDistricts } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Page } from '../../../ui/Page';
import { loadMap, refreshMap, type MapReport, type Mode } from '../api';
import '../components/Network.css';
import { withCodes } from '../components/geojson';
import { MapReportView } from '../components/MapReportView';
import { RemoveMap } from '../components/RemoveMap';
import { UploadForm } from '../components/UploadForm';
import { useUpload } from '../components/use_upload';

export default function MapPage() {
  const client = useQueryClient();
  const districts = useDistricts();
  const [file, setFile] = useState<File>();
  const [property, setProperty] = useState<string>();
  const [assigned, setAssigned] = useState<ReadonlyMap<number, string>>(new Map());
  const [checked, setChecked] = useState(true);
  const uploading = useUpload<MapReport>();

  const run = async (mode: Mode, by = property, codes = assigned) => {
    const done = await uploading.run(mode, file ? async (sending) => loadMap(await withCodes(file, codes), mode, by, sending) : null);
    if (!done) return;
    setChecked(mode === 'check');
    if (mode === 'check') return;
    await refreshMap().catch(() => undefined);
    await client.invalidateQueries();
  };
  const choose = (next: File | undefined) => {
    setFile(next);
    setProperty(undefined);
    setAssigned(new Map());
    uploading.reset();
  };
  return (
    <Page title={t('network.map.title')} crumbs={[{ href: '/reference', label: t('network.districts') }]} lead={t('network.map.lead')}>
      <UploadForm uploading={uploading} label={t('network.map.file')} hint={t('network.map.file_hint')} accept=".geojson,.json,application/geo+json,application/json" file={file} onFile={choose} onCheck={() => void run('check')} />
      {!uploading.report && <RemoveMap />}
      {uploading.report && (
        <MapReportView
          report={uploading.report}
          districts={districts.data ?? []}
          assigned={assigned}
          checked={checked}
          busy={uploading.busy === 'write'}
          onProperty={(next) => {
            setProperty(next);
            void run('check', next);
          }}
          onAssign={(number, code) => {
            const codes = new Map(assigned);
            if (code) codes.set(number, code);
            else codes.delete(number);
            // What was compared stays: the codes given here are no reason to take another property.
            const by = uploading.report?.property || property;
            setAssigned(codes);
            setProperty(by);
            void run('check', by, codes);
          }}
          onWrite={() => void run('write')}
        />
      )}
    </Page>
  );
}
