import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Answered } from '../../../ui/form/Answered';
import { typedOf } from '../../../ui/form/answers';
import { FillForm } from '../../../ui/form/FillForm';
import { Scores } from '../../../ui/form/Scores';
import { Failure } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { Waiting } from '../../../ui/Progress';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { correctScale, getFilled, getScale, type FilledScale, type Scale } from '../api';
import { PersonLead } from '../components/PersonLead';
import '../components/Scales.css';

function Filled({ person, filled, scale }: { person: string; filled: FilledScale; scale: Scale }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [correcting, setCorrecting] = useState(false);
  const [typed, setTyped] = useState(() => typedOf(scale.sheet.fields, filled.answers ?? {}));
  if (correcting)
    return (
      <FillForm
        sheet={scale.sheet}
        typed={typed}
        day={filled.filled_on}
        correcting
        onTyped={setTyped}
        onSave={(filling, key) => correctScale(filled.id, filling, key)}
        onSaved={(made) => {
          notify(t('scales.corrected'));
          void client.invalidateQueries({ queryKey: ['scales of', person] });
          route(`/recipients/${person}/scales/${made.id}`, true);
        }}
      />
    );
  return (
    <>
      <section class="card" aria-label={t('scales.result')}>
        <h2>{t('scales.result')}</h2>
        <Scores scores={filled.scores ?? []} />
      </section>
      <Answered sheet={scale.sheet} answers={filled.answers ?? {}} />
      <p class="print-only scale-signature">{t('scales.signature')}</p>
      <div class="page-actions">
        {can('scales.fill') && !filled.corrected && <Button onClick={() => setCorrecting(true)}>{t('scales.correct')}</Button>}
        <Button onClick={() => print()}>{t('scales.print')}</Button>
      </div>
    </>
  );
}

function Lead({ person, filled }: { person: string; filled: FilledScale }) {
  return (
    <>
      <PersonLead person={person} />
      <div>
        {formatDay(filled.filled_on)}
        {filled.author && `, ${filled.author}`} {filled.corrected && <Tag tone="warning">{t('scales.is_corrected')}</Tag>}
        {filled.reason && <span class="muted"> {t('scales.corrects', { reason: filled.reason })}</span>}
      </div>
    </>
  );
}

export default function FilledScalePage() {
  const { person = '', filled: id = '' } = useRoute().params;
  const filled = useQuery({ queryKey: ['scales of', person, 'filled', id], queryFn: () => getFilled(id) });
  const { scale: scaleId = '', version = 0 } = filled.data ?? {};
  const scale = useQuery({ queryKey: ['scales', scaleId, version], queryFn: () => getScale(scaleId, version), enabled: filled.data !== undefined, staleTime: Infinity });
  const failed = [filled, scale].find((each) => each.error);
  return (
    <Page
      title={filled.data ? titleOf(filled.data.titles) : t('scales.scale')}
      crumbs={[{ href: `/recipients/${person}`, label: t('scales.card') }, ...(filled.data ? [{ href: `/recipients/${person}/scales/of/${scaleId}`, label: t('scales.history') }] : [])]}
      lead={filled.data && <Lead person={person} filled={filled.data} />}
    >
      {failed && <Failure error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && !(filled.data && scale.data) && <Waiting waiting />}
      {filled.data && !filled.data.readable && <p>{t('scales.unreadable')}</p>}
      {filled.data?.readable && scale.data && <Filled key={id} person={person} filled={filled.data} scale={scale.data} />}
    </Page>
  );
}
