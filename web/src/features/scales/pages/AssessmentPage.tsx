import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Changed, scoreWords } from '../../../ui/form/Scores';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { correctAssessment, getAssessment, getLatest, type Assessment, type FilledScale } from '../api';
import { AssessForm } from '../components/AssessForm';
import { Circumstances } from '../components/Circumstances';
import { PersonLead } from '../components/PersonLead';
import '../components/Scales.css';

function Ground({ filled, person }: { filled: FilledScale; person: string }) {
  return (
    <li>
      <a href={`/recipients/${person}/scales/${filled.id}`}>{titleOf(filled.titles)}</a>, {formatDay(filled.filled_on)} {filled.corrected && <Tag tone="warning">{t('scales.is_corrected')}</Tag>}
      {!filled.readable && <div class="muted">{t('scales.unreadable')}</div>}
      {filled.scores?.map((score) => (
        <div key={score.id}>
          {titleOf(score.titles)}: <strong>{scoreWords(score)}</strong> <Changed score={score} />
        </div>
      ))}
    </li>
  );
}

function Shown({ person, assessment }: { person: string; assessment: Assessment }) {
  return (
    <section class="card stack" aria-label={t('scales.assess')}>
      <Circumstances codes={assessment.circumstances} />
      {assessment.scales.length > 0 && (
        <>
          <h2>{t('scales.rests_on')}</h2>
          <ul>
            {assessment.scales.map((each) => <Ground key={each.id} filled={each} person={person} />)}
          </ul>
        </>
      )}
      {assessment.level !== undefined && (
        <p>
          {t('scales.level')}: <strong>{assessment.level}</strong>
        </p>
      )}
      <h2>{t('scales.conclusion')}</h2>
      <p class="conclusion-text">{assessment.conclusion}</p>
      <p class="print-only scale-signature">{t('scales.signature')}</p>
    </section>
  );
}

function Correction({ person, assessment }: { person: string; assessment: Assessment }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const latest = useQuery({ queryKey: ['scales of', person, 'offered'], queryFn: () => getLatest(person) });
  return (
    <Loaded query={latest}>
      {(now) => (
        <AssessForm
          person={person}
          offered={[...assessment.scales.filter((each) => !each.corrected), ...now.filter((each) => !assessment.scales.some(({ id }) => id === each.id))]}
          before={assessment}
          onSave={({ assessed_on, scales, conclusion, reason }, key) => correctAssessment(assessment.id, { assessed_on, scales, conclusion: conclusion.trim(), reason: reason.trim() }, key)}
          onSaved={(made) => {
            notify(t('scales.corrected'));
            void client.invalidateQueries({ queryKey: ['scales of', person] });
            route(`/recipients/${person}/assessments/${made.id}`, true);
          }}
        />
      )}
    </Loaded>
  );
}

export default function AssessmentPage() {
  const { person = '', assessment: id = '' } = useRoute().params;
  const assessment = useQuery({ queryKey: ['scales of', person, 'assessment', id], queryFn: () => getAssessment(id) });
  const [correcting, setCorrecting] = useState('');
  return (
    <Page
      title={t('scales.assess')}
      crumbs={[{ href: `/recipients/${person}`, label: t('scales.card') }]}
      lead={
        assessment.data && (
          <>
            <PersonLead person={person} />
            <div>
              {formatDay(assessment.data.assessed_on)}
              {assessment.data.author && `, ${assessment.data.author}`} {assessment.data.corrected && <Tag tone="warning">{t('scales.is_corrected')}</Tag>}
              {assessment.data.reason && <span class="muted"> {t('scales.corrects', { reason: assessment.data.reason })}</span>}
            </div>
          </>
        )
      }
      actions={
        assessment.data && (
          <>
            {can('scales.assess') && !assessment.data.corrected && correcting !== id && <Button onClick={() => setCorrecting(id)}>{t('scales.correct')}</Button>}
            <Button onClick={() => print()}>{t('scales.print')}</Button>
          </>
        )
      }
    >
      <Loaded query={assessment}>
        {(loaded) => (correcting === loaded.id ? <Correction person={person} assessment={loaded} /> : <Shown person={person} assessment={loaded} />)}
      </Loaded>
    </Page>
  );
}
