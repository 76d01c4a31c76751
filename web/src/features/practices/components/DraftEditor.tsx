import { useLocation } from 'preact-iso';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { useDraft } from '../../../lib/draft';
import { languages, t, type Language } from '../../../lib/messages';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary, focusField } from '../../../ui/ErrorSummary';
import { fieldId } from '../../../ui/Field';
import { RadioGroup } from '../../../ui/RadioGroup';
import { announce, notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { checkDraft, publishDraft, saveDraft, type Draft, type DraftCheck, type PackageProblem } from '../api';
import type { Json } from '../model/document';
import { sectionOfPointer, sections, tidy } from '../model/sections';
import { useSend } from '../../../lib/send';
import { wordOf } from '../model/words';
import { DraftFiles } from './DraftFiles';
import { EditingContext, Fields } from './EditorFields';

export interface Loaded {
  draft: Draft;
  etag: string | null;
}

interface Typed {
  revision: number;
  document: Json;
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

function errorsOf(problems: readonly PackageProblem[]): Record<string, string> {
  return Object.fromEntries(problems.filter(({ level }) => level === 'error').map((each) => [each.pointer.replace(/^\//, ''), each.text]));
}

/** The nearest field that stands on the screen: a problem may be of a list or of a language that is not shown. */
function focusPointer(pointer: string): void {
  const steps = pointer.replace(/^\//, '').split('/');
  for (let length = steps.length; length > 0; length -= 1) {
    const name = steps.slice(0, length).join('/');
    const found = [name, `${name}/ru`, `${name}/kk`, `${name}/en`].find((each) => document.getElementById(fieldId(each)));
    if (found) return focusField(found);
  }
}

function Problems({ problems, onOpen }: { problems: readonly PackageProblem[]; onOpen(problem: PackageProblem): void }) {
  const errors = problems.filter(({ level }) => level === 'error').length;
  return (
    <aside class="card editor-problems" aria-label={t('practices.problems')}>
      <h2>{t('practices.problems')}</h2>
      {problems.length === 0 ? <p class="muted">{t('practices.no_problems')}</p> : <p class="muted">{t('practices.problem_count', { errors, warnings: problems.length - errors })}</p>}
      <ul class="report-list">
        {problems.map((each, index) => (
          <li key={index} class={each.level}>
            {sectionOfPointer(each.pointer) ? <button type="button" onClick={() => onOpen(each)}>{each.text}</button> : <span>{each.text}</span>}
          </li>
        ))}
      </ul>
    </aside>
  );
}

function Publish({ check, busy, onPublish, onClose }: { check: DraftCheck | null; busy: boolean; onPublish(): void; onClose(): void }) {
  return (
    <Dialog title={t('practices.publish')} open={check !== null} onClose={onClose}
      actions={<>{check?.readable && <Button kind="primary" busy={busy} onClick={onPublish}>{t('practices.publish_confirm')}</Button>}<Button onClick={onClose}>{t('practices.go_on')}</Button></>}>
      <div class="stack">
        <p>{check?.readable ? (check.complete ? t('practices.publish_complete') : t('practices.publish_readable')) : t('practices.publish_not')}</p>
        <ul class="report-list">{check?.problems.map((each, index) => <li key={index} class={each.level}>{each.text}</li>)}</ul>
        {check?.readable && <p class="muted">{t('practices.publish_for_ever')}</p>}
      </div>
    </Dialog>
  );
}

export function DraftEditor({ loaded, onReload }: { loaded: Loaded; onReload(): Promise<Loaded | undefined> }) {
  const { query, route, path } = useLocation();
  const [{ draft, etag }, setHere] = useState(loaded);
  // What was typed before a reload of the browser goes on, unless somebody has saved in between.
  const [typed, setTyped, dropTyped] = useDraft<Typed>(`practice-draft ${draft.id}`, () => ({ revision: draft.revision, document: draft.document }));
  const document_ = typed.document;
  const [saved, setSaved] = useState<Json>(() => (same(typed.document, draft.document) ? typed.document : draft.document));
  const [language, setLanguage] = useState<Language>('ru');
  const [check, setCheck] = useState<DraftCheck | null>(null);
  const changed = document_ !== saved;
  const section = query.section ?? 'main';
  const open = (id: string) => route(`${path}?section=${id}`, true);
  const errors = useMemo(() => errorsOf(draft.problems), [draft.problems]);
  const change = (next: Json) => {
    const clean = tidy(next);
    setTyped((before) => ({ ...before, document: clean }));
  };
  const saving = useSend(async (_key: string, content: Json) => {
    const reply = await saveDraft(draft.id, content, etag);
    setHere({ draft: reply.body, etag: reply.etag });
    setSaved(content);
    setTyped((before) => ({ ...before, revision: reply.body.revision }));
    announce(t('practices.saved'));
  });
  const save = async () => (changed ? saving.send(document_) : true);
  const checking = useSend(async () => setCheck(await checkDraft(draft.id)));
  const publishing = useSend(async (key: string) => {
    const version = await publishDraft(draft.id, etag, key);
    dropTyped();
    notify(t('practices.published', { version: version.version }));
    route(`/practices/${version.practice}/versions/${version.version}`);
  });
  const refresh = async () => {
    const fresh = await onReload();
    if (!fresh) return;
    setHere(fresh);
    setTyped((before) => ({ ...before, revision: fresh.draft.revision }));
  };
  const takeTheirs = async () => {
    const fresh = await onReload();
    if (!fresh) return;
    setHere(fresh);
    setTyped({ revision: fresh.draft.revision, document: fresh.draft.document });
    setSaved(fresh.draft.document);
    saving.clear();
  };
  useEffect(() => {
    if (typed.revision === draft.revision || changed === false) return;
    setTyped({ revision: draft.revision, document: draft.document });
    setSaved(draft.document);
  }, []);
  useShortcut('Control+KeyS', 'practices.keys.save', () => void save());
  useShortcut('Control+Enter', 'practices.keys.save', () => void save());
  useEffect(() => {
    if (!changed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener('beforeunload', warn);
    return () => removeEventListener('beforeunload', warn);
  }, [changed]);
  const openProblem = ({ pointer }: PackageProblem) => {
    const tail = pointer.split('/').pop() ?? '';
    const asked = languages.find((each) => each === tail);
    if (asked) setLanguage(asked);
    open(sectionOfPointer(pointer) ?? 'main');
    setTimeout(() => focusPointer(pointer), 80);
  };
  const count = (id: string) => draft.problems.filter((each) => each.level === 'error' && sectionOfPointer(each.pointer) === id).length;
  const shown = sections.find(({ id }) => id === section);
  const stale = saving.problem?.status === 409 || saving.problem?.status === 412;
  return (
    <>
      <div class="version-bar">
        <RadioGroup layout="row" label={t('practices.text_language')} name="language" required value={language} onChange={(value) => setLanguage(value as Language)}
          choices={languages.map((each) => ({ value: each, label: t(`app.language.${each}`) }))} />
        <Tag tone={changed ? 'warning' : 'good'}>{changed ? t('practices.not_saved') : t('practices.saved')}</Tag>
        <span class="page-actions">
          <Button kind="primary" busy={saving.busy} onClick={() => void save()}>{t('practices.save')}</Button>
          <Button busy={checking.busy} onClick={async () => { if (await save()) void checking.send(); }}>{t('practices.publish')}</Button>
        </span>
      </div>
      <ErrorSummary problem={saving.problem ?? checking.problem ?? publishing.problem} />
      {stale && <div class="banner warning"><p>{t('practices.other_editor')}</p><Button onClick={() => void takeTheirs()}>{t('practices.take_theirs')}</Button></div>}
      <div class="editor">
        <nav class="passport-nav editor-nav" aria-label={t('practices.sections')}>
          <ul>
            {[...sections.map(({ id }) => id), 'files'].map((id) => (
              <li key={id}>
                <a href={`${path}?section=${id}`} aria-current={id === section ? 'page' : undefined} onClick={(event) => { event.preventDefault(); open(id); }}>
                  {wordOf('edit', id)}
                  {count(id) > 0 && <Tag tone="danger">{count(id)}</Tag>}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <section class="card editor-form" aria-label={wordOf('edit', section)}>
          <h2>{wordOf('edit', section)}</h2>
          {shown && (
            <EditingContext.Provider value={{ document: document_, language, errors, change }}>
              <Fields key={`${section} ${language}`} path={[]} fields={shown.fields} />
            </EditingContext.Provider>
          )}
          {section === 'files' && <DraftFiles draft={draft} etag={etag} onChanged={refresh} />}
          <p class="muted">{t('practices.not_editable')}</p>
        </section>
        <Problems problems={draft.problems} onOpen={openProblem} />
      </div>
      <Publish check={check} busy={publishing.busy} onClose={() => setCheck(null)} onPublish={async () => { if (!(await publishing.send())) setCheck(null); }} />
    </>
  );
}
