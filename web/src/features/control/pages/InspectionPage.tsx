import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { addFile, closeInspection, getInspection, getOutcomes, type InspectionView, type ItemView } from '../api';
import '../components/Control.css';
import { Unsent } from '../components/Files';
import { ItemList } from '../components/ItemList';
import { ItemStep } from '../components/ItemStep';
import { useOutbox } from '../model/outbox';
import { firstOpen, nameOf, standardOf } from '../model/words';

const keyOf = (id: string) => ['control', 'inspection', id];

function Close({ view, waiting }: { view: InspectionView; waiting: boolean }) {
  const client = useQueryClient();
  const { inspection } = view;
  const { busy, problem, send } = useSend(async (key) => {
    client.setQueryData(keyOf(inspection.id), await closeInspection(inspection, key));
    for (const each of ['findings', 'inspections', 'choices', 'comparison']) void client.invalidateQueries({ queryKey: ['control', each] });
  });
  return (
    <div class="stack">
      <ErrorSummary problem={problem} />
      <p class="muted">{inspection.kind === 'visit' ? t('control.close_visit_hint') : t('control.close_self_check_hint')} {waiting && t('control.close_waits')}</p>
      <div><Button kind="primary" busy={busy || waiting} onClick={() => void send()}>{inspection.kind === 'visit' ? t('control.close_visit') : t('control.close_self_check')}</Button></div>
    </div>
  );
}

/** One item after another, as one walks through the rooms. */
function Walk({ view }: { view: InspectionView }) {
  const client = useQueryClient();
  const { inspection, items } = view;
  const [at, setAt] = useState(() => firstOpen(items));
  const head = useRef<HTMLHeadingElement>(null);
  const moved = useRef(false);
  const outcomes = useQuery({ queryKey: ['control', 'outcomes', inspection.id], queryFn: () => getOutcomes(inspection), retry: false });
  useEffect(() => {
    if (moved.current) head.current?.focus();
  }, [at]);
  const go = (to: number) => {
    moved.current = true;
    setAt(Math.min(Math.max(to, 0), items.length - 1));
  };
  const keep = (changed: ItemView) =>
    client.setQueryData<InspectionView>(keyOf(inspection.id), (old) => old && { ...old, items: old.items.map((each) => (each.item.item === changed.item.item ? changed : each)) });
  const outbox = useOutbox(async (item, file, key) => keep(await addFile(inspection, item, file, key)));
  const current = items[at];
  if (!current) return null;
  return (
    <div class="stack">
      <ItemStep
        key={current.item.item}
        inspection={inspection}
        view={current}
        outcome={outcomes.data?.[current.item.id]}
        place={{ number: at + 1, all: items.length }}
        head={head}
        onSaid={(changed) => { keep(changed); go(at + 1); }}
        onFile={(file) => void outbox.send(current.item.item, file)}
      />
      <Unsent outbox={outbox} />
      <div class="control-steps">
        <Button onClick={() => go(at - 1)}>{t('control.previous')}</Button>
        <Button onClick={() => go(at + 1)}>{t('control.next')}</Button>
      </div>
      <Close view={view} waiting={outbox.files.length > 0} />
      <h2>{t('control.all_items')}</h2>
      <ItemList items={items} onJump={go} />
    </div>
  );
}

/** A self-check or visit: walked through while it is open, read when it is closed. */
export default function InspectionPage() {
  const { inspection = '' } = useRoute().params;
  const query = useQuery({ queryKey: keyOf(inspection), queryFn: () => getInspection(inspection) });
  const view = query.data;
  const head = view?.inspection;
  const mine = head && !head.closed_on && can(head.kind === 'visit' ? 'control.inspect' : 'control.declare');
  return (
    <Page
      title={head ? nameOf(head) : t('control.title')}
      crumbs={head ? [{ href: '/control', label: t('control.title') }, { href: `/control/centres/${head.organisation}`, label: head.organisation_title }] : [{ href: '/control', label: t('control.title') }]}
      lead={head && <><a href={`/standards/versions/${head.version}`}>{standardOf(head)}</a>{' · '}{head.closed_on ? t('control.closed_on', { day: formatDay(head.closed_on) }) : t('control.begun_by', { name: head.by, day: formatDay(head.begun_on) })}</>}
    >
      <Loaded query={query}>
        {(loaded) => (
          <div class="stack">
            <p role="status">{t('control.answered', { done: loaded.items.filter(({ mark }) => mark).length, all: loaded.items.length })}</p>
            {mine ? <Walk view={loaded} /> : <ItemList items={loaded.items} />}
          </div>
        )}
      </Loaded>
    </Page>
  );
}
