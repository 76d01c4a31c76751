import { useInfiniteQuery, useQuery } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, problemText } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { ownOrganisations, useOrganisations } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { FileDrop } from '../../../ui/FileDrop';
import { Page } from '../../../ui/Page';
import { Select } from '../../../ui/Select';
import { Table } from '../../../ui/Table';
import { getPapers, listKinds, paperAddress, recognise, type Paper } from '../api';
import '../components/Papers.css';

/** Which paper a file is: its bytes tell, whatever its name says. */
function Recognise() {
  const [files, setFiles] = useState<File[]>([]);
  const [found, setFound] = useState<{ sha256: string; paper?: Paper } | null>(null);
  const { problem, send } = useSend(async (_key: string, file: File) => setFound(await recognise(file)));
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    setFound(null);
    if (chosen[0]) void send(chosen[0]);
  };
  return (
    <section class="card stack" aria-label={t('papers.recognise')}>
      <h2>{t('papers.recognise')}</h2>
      <FileDrop name="file" label={t('papers.file')} hint={t('papers.file_hint')} accept=".pdf,application/pdf" required files={files} onChange={choose} error={problem ? problemText(problem) : undefined} />
      <div role="status">
        {found?.paper && <p>{t('papers.recognised', { title: found.paper.title, number: found.paper.label, day: formatDay(found.paper.day) })} {found.paper.name}</p>}
        {found && !found.paper && <p>{t('papers.unknown_file')}</p>}
        {found && <p class="paper-hash muted">{found.sha256}</p>}
      </div>
    </section>
  );
}

export default function RegisterPage() {
  const all = useOrganisations().data ?? [];
  const own = ownOrganisations(all);
  const offered = own.length > 0 ? own : all.filter((each) => !each.closed_on);
  const [chosen, setChosen] = useState('');
  const [kind, setKind] = useState('');
  const organisation = chosen || (offered[0]?.id ?? '');
  const kinds = useQuery({ queryKey: ['paper kinds'], queryFn: listKinds });
  const papers = useInfiniteQuery({
    queryKey: ['papers', organisation, kind],
    queryFn: ({ pageParam }) => getPapers(organisation, kind, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.next ?? null,
    enabled: organisation !== '',
    staleTime: 0,
  });
  return (
    <Page title={t('papers.register')} lead={t('papers.register_lead')} actions={<a class="button" href="/reference/papers">{t('papers.kinds')}</a>}>
      <div class="page-actions">
        {offered.length > 1 && (
          <Select name="organisation" label={t('papers.organisation')} required value={organisation} choices={offered.map((each) => ({ value: each.id, label: each.short_title }))} onChange={setChosen} />
        )}
        <Select name="kind" label={t('papers.kind')} required value={kind} empty={t('papers.every_kind')} choices={(kinds.data ?? []).map((each) => ({ value: each.code, label: each.title }))} onChange={setKind} />
      </div>
      <Table
        caption={t('papers.register')}
        rows={papers.data?.pages.flatMap((page) => page.items) ?? null}
        rowKey={(row) => row.id}
        problem={papers.error ? asProblem(papers.error) : null}
        onRetry={() => void papers.refetch()}
        empty={<EmptyState title={t('papers.none')} detail={t('papers.none_detail')} />}
        more={{ next: papers.hasNextPage ? '' : null, busy: papers.isFetchingNextPage, onMore: () => void papers.fetchNextPage() }}
        columns={[
          {
            key: 'label',
            title: t('papers.number'),
            weight: 'main',
            cell: (row) => (can('papers.print') ? <a href={paperAddress(row.id)} target="_blank" rel="noreferrer" aria-label={t('papers.print_of', { title: row.title, number: row.label })}>{row.label}</a> : row.label),
          },
          { key: 'day', title: t('papers.day'), cell: (row) => formatDay(row.day) },
          { key: 'title', title: t('papers.kind'), cell: (row) => row.title },
          { key: 'name', title: t('papers.about'), cell: (row) => row.name ?? '' },
          { key: 'author', title: t('papers.author'), weight: 'minor', cell: (row) => row.author ?? '' },
          { key: 'hash', title: t('papers.hash'), weight: 'minor', cell: (row) => (row.sha256 ? <span class="paper-hash" title={row.sha256}>{row.sha256.slice(0, 12)}</span> : t('papers.not_printed')) },
        ]}
      />
      <Recognise />
    </Page>
  );
}
