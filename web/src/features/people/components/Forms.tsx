import { useQuery } from '@tanstack/preact-query';
import { asProblem } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { ScoreLine } from '../../../ui/form/ScoreLine';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { getForms, getOffered } from '../api';
import './Forms.css';
import { historyOf, type FilledForm } from './score_history';

function scoreWords(form: FilledForm): string {
  if (!form.readable) return t('people.form_confidential');
  const words = (form.scores ?? []).map(({ titles, value, band }) => (band ? titleOf(band) : `${titleOf(titles)}: ${formatNumber(value ?? 0, Number.isInteger(value) ? 0 : 2)}`));
  return words.join('; ') || '—';
}

function Histories({ forms }: { forms: readonly FilledForm[] }) {
  const lines = historyOf(forms);
  if (lines.length === 0) return null;
  return (
    <section class="card" aria-label={t('people.form_history')}>
      <h3>{t('people.form_history')}</h3>
      <div class="form-history">
        {lines.map((line) => [
          <div key={line.key}>
            {titleOf(line.form)}, {titleOf(line.score)}
            <div class="muted">{line.points.map(({ day, value }) => `${formatDay(day)}: ${formatNumber(value, Number.isInteger(value) ? 0 : 2)}`).join(' → ')}</div>
          </div>,
          <ScoreLine points={line.points} key={`${line.key} line`} />,
        ])}
      </div>
    </section>
  );
}

function Offers({ person }: { person: string }) {
  const offered = useQuery({ queryKey: ['forms', person, 'offered'], queryFn: () => getOffered(person) });
  const items = offered.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <details class="card">
      <summary>{t('people.fill_form')}</summary>
      <ul class="form-offers">
        {items.map((each) => (
          <li key={`${each.version} ${each.form}`}>
            <a href={`/recipients/${person}/forms/new?version=${each.version}&form=${each.form}${each.missing[0] ? `&moment=${each.missing[0]}` : ''}`}>{titleOf(each.titles)}</a>{' '}
            {each.missing[0] && <Tag tone="info">{t(`people.form_moment.${each.missing[0]}`)}</Tag>}
            <div class="muted">{titleOf(each.practice_titles)}</div>
          </li>
        ))}
      </ul>
    </details>
  );
}

export function Forms({ person }: { person: string }) {
  const forms = useQuery({ queryKey: ['forms', person, 'list'], queryFn: () => getForms(person) });
  const rows = forms.data?.items ?? null;
  return (
    <section class="stack" aria-label={t('people.forms')}>
      <h2>{t('people.forms')}</h2>
      {can('forms.fill') && <Offers person={person} />}
      <Table
        caption={t('people.forms')}
        rows={rows}
        rowKey={(row) => row.id}
        problem={forms.error ? asProblem(forms.error) : null}
        onRetry={() => void forms.refetch()}
        empty={<EmptyState title={t('people.no_forms')} detail={t('people.no_forms_detail')} />}
        columns={[
          { key: 'form', title: t('people.form'), weight: 'main', cell: (row) => <a href={`/recipients/${person}/forms/${row.id}`}>{titleOf(row.titles)}</a> },
          { key: 'moment', title: t('people.form_moment'), cell: (row) => t(`people.form_moment.${row.moment}`) },
          { key: 'day', title: t('people.form_day'), cell: (row) => <span class="number">{formatDay(row.filled_on)}</span> },
          { key: 'scores', title: t('people.form_scores'), cell: scoreWords },
          { key: 'who', title: t('people.form_author'), weight: 'minor', cell: (row) => row.author ?? '—' },
        ]}
      />
      {rows && <Histories forms={rows} />}
    </section>
  );
}
