import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { asProblem, problemText } from '../../../lib/api';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { Select } from '../../../ui/Select';
import { Tabs } from '../../../ui/Tabs';
import { getTables, loadTable, type ImportReport, type ImportTable, type Mode } from '../api';
import '../components/Network.css';
import { TableColumns } from '../components/TableColumns';
import { TableReport } from '../components/TableReport';
import { UploadForm } from '../components/UploadForm';
import { useUpload } from '../components/use_upload';

const ownerless = ['districts', 'organisations'];

export default function ImportPage() {
  const { params } = useRoute();
  const { query } = useLocation();
  const tables = useQuery({ queryKey: ['network', 'tables'], queryFn: getTables, staleTime: 300_000 });
  const table = tables.data?.find((each) => each.name === params.table) ?? tables.data?.[0];
  const href = (name: string) => `/organisations/import/${name}${query.organisation ? `?organisation=${query.organisation}` : ''}`;
  return (
    <Page title={t('network.import.title')} crumbs={[{ href: '/organisations', label: t('network.organisations') }]} lead={t('network.import.lead')}>
      {tables.error && <p role="alert">{problemText(asProblem(tables.error))}</p>}
      {!tables.data && <Waiting waiting={!tables.error} />}
      {table && (
        <>
          <Tabs label={t('network.import.tables')} current={href(table.name)} tabs={(tables.data ?? []).map(({ name }) => ({ href: href(name), label: t(`network.table.${name}`) }))} />
          <Load key={table.name} table={table} preferred={query.organisation ?? ''} />
        </>
      )}
    </Page>
  );
}

function Load({ table, preferred }: { table: ImportTable; preferred: string }) {
  const client = useQueryClient();
  const organisations = useOrganisations();
  const all = organisations.data ?? [];
  // The region may load the rows of every organisation; a director those of the own ones.
  const choices = can('network.change') ? all : ownOrganisations(all);
  const [owner, setOwner] = useState<string | null>(null);
  const [file, setFile] = useState<File>();
  const [checked, setChecked] = useState(true);
  const uploading = useUpload<ImportReport>();
  const first = can('network.change') ? '' : (choices[0]?.id ?? '');
  const organisation = owner ?? (choices.some((each) => each.id === preferred) ? preferred : first);
  const owned = !ownerless.includes(table.name);

  const run = async (mode: Mode) => {
    const done = await uploading.run(mode, file ? (sending) => loadTable(table.name, file, mode, owned && organisation ? organisation : undefined, sending) : null);
    if (!done) return;
    setChecked(mode === 'check');
    if (mode === 'write') await client.invalidateQueries();
  };
  const choose = (next: File | undefined) => {
    setFile(next);
    uploading.reset();
  };
  return (
    <>
      <UploadForm uploading={uploading} label={t('network.import.file')} hint={t('network.import.file_hint')} accept=".csv,.txt,text/csv" file={file} onFile={choose} onCheck={() => void run('check')}>
        {owned && (
          <div class="filters">
            <Select
              name="organisation"
              label={t('network.import.owner')}
              required
              {...(can('network.change') ? { empty: t('network.import.owner_in_rows') } : {})}
              value={organisation}
              choices={choices.map((each) => ({ value: each.id, label: each.short_title }))}
              onChange={(id) => {
                setOwner(id);
                uploading.reset();
              }}
            />
          </div>
        )}
      </UploadForm>
      {uploading.report && <TableReport table={table.name} report={uploading.report} checked={checked} busy={uploading.busy === 'write'} onWrite={() => void run('write')} />}
      <TableColumns table={table} />
    </>
  );
}
