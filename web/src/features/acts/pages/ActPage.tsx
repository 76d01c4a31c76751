import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { formatDay, formatInstant, formatMonthLong } from '../../../lib/dates';
import { useZone } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { actPaperAt, getAct, type Mark } from '../api';
import '../components/Acts.css';
import { BillView } from '../components/BillView';
import { MarkDialog } from '../components/MarkDialog';

function Marks({ marks }: { marks: readonly Mark[] }) {
  const zone = useZone();
  if (marks.length === 0) return <p class="muted">{t('acts.not_signed')}</p>;
  return (
    <ul class="stack">
      {marks.map((each, at) => (
        <li key={at}>
          {t(`acts.mark.${each.kind}`)}, {formatDay(each.day)}
          {each.signer && <>, {each.signer}</>}
          {each.reason && <>: {each.reason}</>}
          <span class="muted"> {t('acts.noted', { who: each.by ?? '—', at: formatInstant(each.at, zone) })}</span>
        </li>
      ))}
    </ul>
  );
}

/** An act as it was made, and whether it was signed. */
export default function ActPage() {
  const { params } = useRoute();
  const client = useQueryClient();
  const id = params.act ?? '';
  const act = useQuery({ queryKey: ['acts', 'act', id], queryFn: () => getAct(id) });
  const [marking, setMarking] = useState(false);
  const content = act.data?.content;
  return (
    <Page
      title={content ? t('acts.act_title', { number: content.label }) : t('acts.act')}
      lead={content && `${content.name}, ${formatMonthLong(content.month)}`}
      crumbs={[{ href: '/acts', label: t('acts.title') }, ...(act.data ? [{ href: `/acts/months/${act.data.closing}`, label: formatMonthLong(act.data.content.month) }] : [])]}
      actions={
        <>
          <a class="button" href={actPaperAt(id)} target="_blank" rel="noopener">{t('acts.print_one')}</a>
          {can('acts.mark') && <Button onClick={() => setMarking(true)}>{t('acts.mark_signature')}</Button>}
        </>
      }
    >
      <Loaded query={act}>
        {(found) => (
          <div class="stack">
            <section class="card" aria-label={t('acts.delivered')}>
              <h2>{t('acts.delivered')}</h2>
              <BillView bill={found.content.bill} caption={t('acts.delivered')} />
            </section>
            <section class="card" aria-label={t('acts.signature')}>
              <h2>{t('acts.signature')}</h2>
              <Marks marks={found.marks} />
            </section>
            <p><a href={`/recipients/${found.person}/bills`}>{t('acts.all_months')}</a></p>
            <p class="acts-hash">{'SHA-256:'} {found.sha256}</p>
          </div>
        )}
      </Loaded>
      <MarkDialog acts={[id]} open={marking} onClose={() => setMarking(false)} onDone={() => { setMarking(false); void client.invalidateQueries({ queryKey: ['acts'] }); }} />
    </Page>
  );
}
