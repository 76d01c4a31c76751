import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { today } from '../../../lib/dates';
import { useDraft } from '../../../lib/draft';
import { isLanguage, language as shown, languages, t, type Language } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Tabs } from '../../../ui/Tabs';
import { checkTemplate, getKind, sampleAddress, saveTemplate, type KindSheet } from '../api';
import { Blocks } from '../components/Blocks';
import { TemplateText } from '../components/TemplateText';
import { Versions } from '../components/Versions';

/** Reading is asked for when the writer pauses. */
const pause = 400;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The newest version is what a next one is written from, also where it is not in force yet. */
async function newest(kind: string, language: Language): Promise<KindSheet> {
  const sheet = await getKind(kind, language);
  const last = sheet.versions[0]?.version ?? 0;
  return last === sheet.version ? sheet : getKind(kind, language, last);
}

function Editor({ sheet, onSaved }: { sheet: KindSheet; onSaved(): void }) {
  const after = sheet.versions[0]?.version ?? 0;
  const [text, setText, dropText] = useDraft(`paper ${sheet.code} ${sheet.language} ${after}`, () => sheet.text);
  const [from, setFrom] = useState<string | null>(today());
  const settled = useSettled(text);
  const check = useQuery({
    queryKey: ['paper kinds', 'check', sheet.code, sheet.language, settled],
    queryFn: ({ signal }) => checkTemplate(sheet.code, sheet.language, settled, signal),
    gcTime: 0,
    placeholderData: (before) => before,
  });
  const { busy, problem, send } = useSend(async (key: string, words: string | null) => {
    const made = await saveTemplate(sheet.code, { language: sheet.language, valid_from: from ?? '', after, ...(words === null ? {} : { text: words }) }, key);
    dropText();
    notify(t('papers.saved', { version: made.version }));
    onSaved();
  });
  const take = async (version: number) => setText((await getKind(sheet.code, sheet.language, version)).text);
  const errors = fieldErrors(problem);
  const problems = check.data?.problems ?? [];
  return (
    <>
      <div class="template-desk">
        <form class="card stack" noValidate aria-label={t('papers.text')} onSubmit={(event) => { event.preventDefault(); void send(text); }}>
          <ErrorSummary problem={problem} />
          <TemplateText sheet={sheet} value={text} problems={problems} onChange={setText} />
          <DateField name="valid_from" label={t('papers.valid_from')} hint={t('papers.valid_from_hint')} required value={from} error={errors.valid_from} onChange={setFrom} />
          <div class="page-actions">
            <Button kind="primary" type="submit" busy={busy}>{t('papers.save')}</Button>
            {sheet.own && <Button busy={busy} onClick={() => void send(null)}>{t('papers.back')}</Button>}
          </div>
        </form>
        <section class="card stack" aria-label={t('papers.preview')}>
          <h2>{t('papers.preview')}</h2>
          <p class="muted">{t('papers.preview_lead')}</p>
          {(check.data?.doubts ?? []).length > 0 && <p role="status">{t('papers.doubts', { names: (check.data?.doubts ?? []).join(', ') })}</p>}
          {check.data?.blocks ? <Blocks blocks={check.data.blocks} /> : problems.length > 0 && <p class="muted">{t('papers.no_preview')}</p>}
        </section>
      </div>
      <Versions sheet={sheet} onTake={(version) => void take(version)} />
    </>
  );
}

function Reader({ sheet }: { sheet: KindSheet }) {
  return (
    <>
      <section class="card stack" aria-label={t('papers.text')}>
        <pre class="template-text" style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{sheet.text}</pre>
        <p><a href={sampleAddress(sheet.code, sheet.language, sheet.version)} target="_blank" rel="noreferrer">{t('papers.sample')}</a></p>
      </section>
      <Versions sheet={sheet} />
    </>
  );
}

export default function TemplatePage() {
  const kind = useRoute().params.kind ?? '';
  const asked = useLocation().query.language;
  const language = isLanguage(asked) ? asked : shown();
  const client = useQueryClient();
  const mayWrite = can('papers.write_templates');
  const sheet = useQuery({ queryKey: ['paper kinds', kind, language, mayWrite], queryFn: () => (mayWrite ? newest(kind, language) : getKind(kind, language)), staleTime: 0, gcTime: 0 });
  return (
    <Page title={sheet.data?.title ?? t('papers.kind')} lead={mayWrite ? t('papers.edit_lead') : undefined} crumbs={[{ href: '/reference/papers', label: t('papers.kinds') }]}>
      <Tabs
        label={t('papers.languages')}
        current={`/reference/papers/${kind}?language=${language}`}
        tabs={languages.map((each) => ({ href: `/reference/papers/${kind}?language=${each}`, label: t(`papers.language.${each}`) }))}
      />
      <Loaded query={sheet}>
        {(loaded) =>
          mayWrite ? (
            <Editor key={`${loaded.code} ${loaded.language} ${loaded.versions.length}`} sheet={loaded} onSaved={() => void client.invalidateQueries({ queryKey: ['paper kinds'] })} />
          ) : (
            <Reader sheet={loaded} />
          )
        }
      </Loaded>
    </Page>
  );
}
