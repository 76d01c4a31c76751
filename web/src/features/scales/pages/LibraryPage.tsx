import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Page } from '../../../ui/Page';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { listScales, type ListedScale } from '../api';

function Marks({ scale }: { scale: ListedScale }) {
  return (
    <>
      {scale.confidential && <Tag>{t('scales.confidential')}</Tag>} {scale.items_licensed && <Tag>{t('scales.licensed')}</Tag>}{' '}
      {scale.next_from && <Tag tone="info">{t('scales.next_from', { day: formatDay(scale.next_from) })}</Tag>}
    </>
  );
}

export default function LibraryPage() {
  const scales = useQuery({ queryKey: ['scales'], queryFn: listScales });
  return (
    <Page
      title={t('scales.title')}
      lead={t('scales.lead')}
      actions={can('scales.write') && <a class="button primary" href="/scales/new">{t('scales.add')}</a>}
    >
      <Table
        caption={t('scales.title')}
        rows={scales.data ?? null}
        rowKey={(row) => row.id}
        problem={scales.error ? asProblem(scales.error) : null}
        onRetry={() => void scales.refetch()}
        empty={<EmptyState title={t('scales.none')} detail={t('scales.none_detail')} />}
        columns={[
          { key: 'title', title: t('scales.scale'), weight: 'main', cell: (row) => <a href={`/scales/${row.id}`}>{titleOf(row.titles)}</a> },
          { key: 'questions', title: t('scales.questions'), align: 'end', cell: (row) => row.questions },
          { key: 'version', title: t('scales.version'), align: 'end', cell: (row) => row.version },
          { key: 'marks', title: t('scales.marks'), weight: 'minor', cell: (row) => <Marks scale={row} /> },
        ]}
      />
    </Page>
  );
}
