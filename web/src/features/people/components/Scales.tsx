import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { formatDay, today } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Changed, scoreWords } from '../../../ui/form/Scores';
import { Table } from '../../../ui/Table';
import { getAssessments, getScales, listScales, type FilledScale } from '../api';

function Result({ filled }: { filled: FilledScale }) {
  if (!filled.readable) return <>{t('people.scale_confidential')}</>;
  if (!filled.scores?.length) return <>—</>;
  return (
    <>
      {filled.scores.map((score) => (
        <div key={score.id}>
          <strong>{scoreWords(score)}</strong> <Changed score={score} />
        </div>
      ))}
    </>
  );
}

function Offers({ person }: { person: string }) {
  const scales = useQuery({ queryKey: ['scales'], queryFn: listScales });
  const offered = (scales.data ?? []).filter(({ valid_from }) => valid_from <= today());
  if (offered.length === 0) return null;
  return (
    <details class="card">
      <summary>{t('people.fill_scale')}</summary>
      <ul class="form-offers">
        {offered.map((each) => (
          <li key={each.id}>
            <a href={`/recipients/${person}/scales/new?scale=${each.id}`}>{titleOf(each.titles)}</a>
          </li>
        ))}
      </ul>
    </details>
  );
}

function Assessments({ person }: { person: string }) {
  const assessments = useQuery({ queryKey: ['scales of', person, 'assessments'], queryFn: () => getAssessments(person) });
  return (
    <Table
      caption={t('people.assessments')}
      rows={assessments.data?.items ?? null}
      rowKey={(row) => row.id}
      problem={assessments.error ? asProblem(assessments.error) : null}
      onRetry={() => void assessments.refetch()}
      empty={null}
      columns={[
        { key: 'day', title: t('people.assessments'), weight: 'main', cell: (row) => <a class="number" href={`/recipients/${person}/assessments/${row.id}`}>{formatDay(row.assessed_on)}</a> },
        { key: 'level', title: t('people.care_level'), align: 'end', cell: (row) => row.level ?? '—' },
        { key: 'who', title: t('people.form_author'), weight: 'minor', cell: (row) => row.author ?? '—' },
      ]}
    />
  );
}

/** The last of each scale, with what has changed since the one before. */
export function Scales({ person }: { person: string }) {
  const filled = useQuery({ queryKey: ['scales of', person, 'latest'], queryFn: () => getScales(person) });
  return (
    <section class="stack" aria-label={t('people.assessment')}>
      <div class="page-head">
        <h2>{t('people.assessment')}</h2>
        {can('scales.assess') && <a class="button quiet" href={`/recipients/${person}/assessments/new`}>{t('people.assess')}</a>}
      </div>
      {can('scales.fill') && <Offers person={person} />}
      <Table
        caption={t('people.assessment')}
        rows={filled.data?.items ?? null}
        rowKey={(row) => row.id}
        problem={filled.error ? asProblem(filled.error) : null}
        onRetry={() => void filled.refetch()}
        empty={<EmptyState title={t('people.no_scales')} detail={t('people.no_scales_detail')} />}
        columns={[
          { key: 'scale', title: t('people.scale'), weight: 'main', cell: (row) => <a href={`/recipients/${person}/scales/of/${row.scale}`}>{titleOf(row.titles)}</a> },
          { key: 'day', title: t('people.form_day'), cell: (row) => (
            <>
              <span class="number">{formatDay(row.filled_on)}</span> <span class="muted">{t('people.scale_times', { count: row.times })}</span>
            </>
          ) },
          { key: 'result', title: t('people.form_scores'), cell: (row) => <Result filled={row} /> },
        ]}
      />
      <Assessments person={person} />
    </section>
  );
}
