import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { addProof, getFinding, type FindingView } from '../api';
import '../components/Control.css';
import { FileLinks, HandIn, Unsent } from '../components/Files';
import { TermTag } from '../components/Findings';
import { DoneForm, RecheckForm } from '../components/FindingForms';
import { useOutbox } from '../model/outbox';
import { whereOf } from '../model/words';

function Body({ view }: { view: FindingView }) {
  const client = useQueryClient();
  const { finding, steps, files } = view;
  const keep = (next: FindingView) => {
    client.setQueryData(['control', 'finding', finding.id], next);
    for (const each of ['findings', 'comparison']) void client.invalidateQueries({ queryKey: ['control', each] });
  };
  const outbox = useOutbox(async (_, file, key) => keep(await addProof(finding.id, file, key)));
  return (
    <div class="stack">
      <section class="card" aria-labelledby="found">
        <h2 id="found">{t('control.column.finding')}</h2>
        <p class="control-words">{finding.text}</p>
        <p>{whereOf(finding.item)}: {titleOf(finding.item.text)}</p>
        <p><TermTag finding={finding} /> {t('control.to_be_done', { owner: finding.owner, days: finding.days })}</p>
        <p class="muted"><a href={`/control/inspections/${finding.inspection}`}>{t('control.found_on', { day: formatDay(finding.found_on) })}</a></p>
      </section>
      <section class="card" aria-labelledby="history">
        <h2 id="history">{t('control.history')}</h2>
        {steps.length === 0 && <p class="muted">{t('control.no_steps')}</p>}
        <ul class="control-list">
          {steps.map((each, at) => (
            <li key={at}>
              <p><strong>{t(`control.step.${each.kind}`)}</strong> <span class="muted">{formatDay(each.day)}, {each.by}</span></p>
              {each.note && <p>{each.note}</p>}
              {each.kind === 'again' && <p>{t('control.due', { day: formatDay(each.due) })}</p>}
            </li>
          ))}
        </ul>
        {files.length > 0 && <><h3>{t('control.proofs')}</h3><FileLinks files={files} /></>}
      </section>
      {finding.state === 'open' && can('control.declare') && (
        <section class="card" aria-labelledby="put-right">
          <h2 id="put-right">{t('control.put_right')}</h2>
          <HandIn onFile={(file) => void outbox.send(finding.id, file)} />
          <Unsent outbox={outbox} />
          <DoneForm finding={finding.id} onDone={keep} />
        </section>
      )}
      {finding.state === 'done' && can('control.inspect') && (
        <section class="card" aria-labelledby="recheck">
          <h2 id="recheck">{t('control.recheck')}</h2>
          <RecheckForm finding={finding.id} onDone={keep} />
        </section>
      )}
    </div>
  );
}

/** A finding on its way: put right with proof, looked at again. */
export default function FindingPage() {
  const { finding = '' } = useRoute().params;
  const query = useQuery({ queryKey: ['control', 'finding', finding], queryFn: () => getFinding(finding) });
  const head = query.data?.finding;
  return (
    <Page
      title={head ? t('control.finding_of', { centre: head.organisation_title }) : t('control.column.finding')}
      crumbs={head ? [{ href: '/control', label: t('control.title') }, { href: `/control/centres/${head.organisation}`, label: head.organisation_title }] : [{ href: '/control', label: t('control.title') }]}
    >
      <Loaded query={query}>{(view) => <Body view={view} />}</Loaded>
    </Page>
  );
}
