import { useEffect } from 'preact/hooks';
import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { demand, measured, servicesOf, type Statement, type Work } from '../../../lib/statement';
import { getWork, type Clause, type Content, type Step, type Words } from '../api';
import './Standards.css';

/** The package behind a standard of a practice; nothing for a listed service. */
export function useWork(practice: string | undefined): Work {
  return useQuery({ queryKey: ['standards', 'work', practice], queryFn: () => getWork(practice ?? ''), enabled: !!practice, staleTime: 300_000 }).data ?? null;
}

function Part({ id, title, words }: { id: string; title: string; words: Words | undefined }) {
  if (!words) return null;
  return <section class="standard-part" id={id}><h2>{title}</h2><p class="standard-words">{titleOf(words)}</p></section>;
}

function Phase({ title, steps }: { title: string; steps: readonly Step[] }) {
  if (steps.length === 0) return null;
  return <><h3>{title}</h3><ol class="standard-steps">{steps.map((each) => <li key={each.id}>{titleOf(each.text)}</li>)}</ol></>;
}

/** The address is a link to itself, so that a clause can be quoted. */
function Clauses({ clauses }: { clauses: readonly Clause[] }) {
  return (
    <ol class="standard-clauses">
      {clauses.map((each) => (
        <li key={each.id} id={`clause-${each.address}`} tabIndex={-1} class={`level-${each.level}`}>
          <a href={`#clause-${each.address}`} aria-label={t('standards.clause', { address: each.address })}>{each.address}</a>
          <span class="standard-words">{titleOf(each.text)}</span>
        </li>
      ))}
    </ol>
  );
}

export function StatementWords({ work, statement }: { work: Work; statement: Statement }) {
  return (
    <>
      <p><strong>{titleOf(statement.title)}</strong> — {measured(statement)}</p>
      <p>{demand(work, statement)}</p>
      {statement.kind !== 'presence' && <p class="muted">{t('practices.demand.services', { services: servicesOf(work, statement) })}</p>}
    </>
  );
}

/** A standard as it is read and printed. */
export function VersionText({ content, work }: { content: Content; work: Work }) {
  const { url } = useLocation();
  // The router changes the address without the jump that a browser makes. It comes after the page took the focus to its title.
  useEffect(() => {
    const part = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!part) return undefined;
    const jump = requestAnimationFrame(() => {
      part.scrollIntoView();
      part.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(jump);
  }, [url]);
  const { algorithm, remote } = content;
  return (
    <article class="card standard-paper">
      <Part id="target-group" title={t('standards.part.target_group')} words={content.target_group} />
      <Part id="description" title={t('standards.part.description')} words={content.description} />
      {content.clauses.length > 0 && <section class="standard-part"><h2>{t('standards.part.clauses')}</h2><Clauses clauses={content.clauses} /></section>}
      <section class="standard-part">
        <h2>{t('standards.part.algorithm')}</h2>
        <Phase title={t('standards.part.preparation')} steps={algorithm.preparation} />
        <Phase title={t('standards.part.performance')} steps={algorithm.performance} />
        <Phase title={t('standards.part.completion')} steps={algorithm.completion} />
      </section>
      <Part id="volume" title={t('standards.part.volume')} words={content.volume} />
      <Part id="conditions" title={t('standards.part.conditions')} words={content.conditions} />
      <Part id="accessibility" title={t('standards.part.accessibility')} words={content.accessibility} />
      <section class="standard-part" id="remote">
        <h2>{t('standards.part.remote')}</h2>
        <p class="standard-words">{remote.allowed ? titleOf(remote.conditions) || t('standards.remote_yes') : t('standards.remote_no')}</p>
      </section>
      {content.statements.length > 0 && (
        <section class="standard-part">
          <h2>{t('standards.part.statements')}</h2>
          {content.statements.map((each) => <div key={each.id} id={`statement-${each.id}`} class="standard-statement"><StatementWords work={work} statement={each} /></div>)}
        </section>
      )}
    </article>
  );
}
