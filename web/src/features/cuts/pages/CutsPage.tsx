import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can, regionDay } from '../../../lib/session';
import { Failure } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { SaveAs } from '../../../ui/SaveAs';
import { cutAddress, getCut } from '../api';
import { CutChart } from '../components/CutChart';
import { CutMap } from '../components/CutMap';
import { CutTable } from '../components/CutTable';
import '../components/Cuts.css';
import { QuestionForm } from '../components/QuestionForm';
import { addressOf, askOf, preset, presets, readQuestion, type Question } from '../model/question';

/** Any question about the facts, and its answer as a table, a chart and a map at once. */
export default function CutsPage() {
  const { query, route } = useLocation();
  const question = readQuestion(query, regionDay());
  return (
    <Page title={t('cuts.title')} lead={t('cuts.lead')}>
      <nav class="cut-presets" aria-label={t('cuts.presets')}>
        {presets.map((name) => (
          <a key={name} href={addressOf(preset(name, question))}>
            {t(`cuts.preset.${name}`)}
          </a>
        ))}
      </nav>
      <QuestionForm question={question} onChange={(change) => route(addressOf({ ...question, ...change }), true)} />
      <Answer question={question} />
      {can('plausibility.see') && (
        <p class="no-print">
          <a href="/questions">{t('cuts.questions')}</a>
        </p>
      )}
      {can('acts.see_months') && (
        <p class="no-print">
          <a href="/acts">{t('cuts.months')}</a>
        </p>
      )}
    </Page>
  );
}

function Answer({ question }: { question: Question }) {
  const ask = askOf(question);
  const answer = useQuery({ queryKey: ['cuts', ask], queryFn: ({ signal }) => getCut(ask, signal) });
  if (answer.error) return <Failure error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Waiting waiting />;
  const cut = answer.data;
  const { rows, measure } = question;
  return (
    <>
      {cut.rounded && <p class="notice">{t('cuts.rounded', { from: formatDay(cut.from), to: formatDay(cut.to) })}</p>}
      {cut.rows.length > 0 && (
        <div class={`cut-pictures ${rows === 'district' ? 'with-map' : ''}`}>
          <section class="card">
            <h2>{t('cuts.by', { measure: t(`cuts.measure.${measure}`), axis: t(`cuts.axis.${rows}`) })}</h2>
            <CutChart cut={cut} rows={rows} measure={measure} />
          </section>
          {rows === 'district' && (
            <section class="card">
              <h2>{t('cuts.map')}</h2>
              <CutMap cut={cut} measure={measure} />
            </section>
          )}
        </div>
      )}
      <CutTable cut={cut} question={question} />
      {cut.rows.length > 0 && <SaveAs what={t('cuts.table')} at={(format) => cutAddress(ask, format)} />}
      <p class="muted">{t(measure === 'people' || measure === 'per_thousand' ? 'cuts.method_people' : 'cuts.method')}</p>
    </>
  );
}
