import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { languages, t, type Language } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { RadioGroup } from '../../../ui/RadioGroup';
import { getStandard, getVersion, saveVersion, type Content, type Version } from '../api';
import { ClauseEditor } from '../components/ClauseEditor';
import { StatementEditor } from '../components/StatementEditor';
import { StepEditor } from '../components/StepEditor';
import { useWork } from '../components/VersionText';
import { WordsInput } from '../components/WordsInput';
import '../components/Standards.css';
import { tidy } from '../model/text';

const texts = ['target_group', 'description', 'volume', 'conditions', 'accessibility'] as const;
const phases = ['preparation', 'performance', 'completion'] as const;

interface PartsProps {
  content: Content;
  language: Language;
  errors: Record<string, string>;
  practice: string | undefined;
  service: string | undefined;
  set(change: Partial<Content>): void;
}

function Parts({ content, language, errors, practice, service, set }: PartsProps) {
  const work = useWork(practice);
  return (
    <>
      <section class="card stack">
        <h2>{t('standards.part.main')}</h2>
        <WordsInput name="content/title" label={t('standards.part.title')} required language={language} value={content.title} error={errors['content/title/ru']} onChange={(title) => set({ title })} />
        {texts.map((part) => (
          <WordsInput key={part} name={`content/${part}`} label={t(`standards.part.${part}`)} rows={3} language={language} value={content[part]} error={errors[`content/${part}/ru`]} onChange={(words) => set({ [part]: words })} />
        ))}
        <Check label={t('standards.remote_allowed')} checked={content.remote.allowed} onChange={(allowed) => set({ remote: { ...content.remote, allowed } })} />
        {content.remote.allowed && (
          <WordsInput name="content/remote/conditions" label={t('standards.remote_conditions')} required rows={2} language={language} value={content.remote.conditions} onChange={(conditions) => set({ remote: { allowed: true, conditions } })} />
        )}
      </section>
      <section class="card stack">
        <h2>{t('standards.part.clauses')}</h2>
        <ClauseEditor clauses={content.clauses} language={language} errors={errors} onChange={(clauses) => set({ clauses })} />
      </section>
      <section class="card stack">
        <h2>{t('standards.part.algorithm')}</h2>
        {phases.map((phase) => (
          <StepEditor key={phase} phase={phase} steps={content.algorithm[phase]} language={language} errors={errors} onChange={(steps) => set({ algorithm: { ...content.algorithm, [phase]: steps } })} />
        ))}
      </section>
      <section class="card stack">
        <h2>{t('standards.part.statements')}</h2>
        <StatementEditor statements={content.statements} work={work} practice={practice} service={service} language={language} errors={errors} onChange={(statements) => set({ statements })} />
      </section>
    </>
  );
}

function Editor({ version }: { version: Version }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const [language, setLanguage] = useState<Language>('ru');
  // What was typed before a reload of the browser goes on, unless somebody has saved in between.
  const [typed, setTyped, dropTyped] = useDraft<{ revision: number; content: Content }>(`standard ${version.id}`, () => ({ revision: version.revision, content: version.content }));
  const content = typed.revision === version.revision ? typed.content : version.content;
  const standard = useQuery({ queryKey: ['standards', 'one', version.standard], queryFn: () => getStandard(version.standard) });
  const { busy, problem, send } = useSend((_, next: Content) => saveVersion(version, tidy(next)));
  const save = async (event: Event) => {
    event.preventDefault();
    if (!(await send(content))) return;
    dropTyped();
    await client.invalidateQueries({ queryKey: ['standards'] });
    route(`/standards/versions/${version.id}`);
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => void save(event)}>
      <ErrorSummary problem={problem} />
      <RadioGroup name="language" label={t('standards.language')} layout="row" value={language} choices={languages.map((each) => ({ value: each, label: t(`standards.in.${each}`) }))}
        onChange={(value) => setLanguage(languages.find((each) => each === value) ?? 'ru')} />
      <Parts content={content} language={language} errors={fieldErrors(problem)} practice={standard.data?.practice} service={standard.data?.service}
        set={(change) => setTyped({ revision: version.revision, content: { ...content, ...change } })} />
      <div class="form-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('standards.save')}</Button>
        <a class="button" href={`/standards/versions/${version.id}`}>{t('standards.cancel')}</a>
      </div>
    </form>
  );
}

/** Writing a standard: the text by its parts, the statements by forms that say what they demand. */
export default function EditPage() {
  const { version = '' } = useRoute().params;
  const found = useQuery({ queryKey: ['standards', 'version', version], queryFn: () => getVersion(version), staleTime: 0, refetchOnReconnect: false });
  const crumbs = [{ href: '/standards', label: t('standards.title') }, { href: `/standards/versions/${version}`, label: found.data?.code ?? t('standards.standard') }];
  if (!can('standards.write')) return <Page title={t('standards.edit')} crumbs={crumbs}><EmptyState title={t('standards.not_yours')} /></Page>;
  return (
    <Page title={titleOf(found.data?.content.title) || t('standards.edit')} crumbs={crumbs}>
      <Loaded query={found}>{(loaded) => <Editor key={loaded.id} version={loaded} />}</Loaded>
    </Page>
  );
}
