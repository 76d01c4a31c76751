import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useEffect, useRef, useState } from 'preact/hooks';
import { asProblem, fieldErrors, newKey, type Problem } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { today } from '../../../lib/dates';
import { useDraft } from '../../../lib/draft';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { checkScale, getScale, publishScale, type Scale } from '../api';
import { Preview } from '../components/Preview';
import { ScaleText } from '../components/ScaleText';
import { blankScale } from '../model';

/** Reading is asked for when the writer pauses. */
const pause = 500;

function useSettled(value: string): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value]);
  return settled;
}

/** The newest version is what a next one is written from, also where it is not in force yet. */
async function newest(id: string): Promise<Scale> {
  const scale = await getScale(id);
  const last = scale.versions[0]?.version ?? scale.version;
  return last === scale.version ? scale : getScale(id, last);
}

function Editor({ scale }: { scale: Scale | null }) {
  const { route } = useLocation();
  const client = useQueryClient();
  const after = scale?.version ?? 0;
  const [text, setText, dropText] = useDraft(`scale ${scale?.id ?? 'new'} ${after}`, () => scale?.description ?? blankScale(t('scales.blank_title'), t('scales.blank_question'), t('scales.blank_total')));
  const [from, setFrom] = useState<string | null>(today());
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const key = useRef(newKey());
  const settled = useSettled(text);
  const check = useQuery({ queryKey: ['scales', 'check', settled], queryFn: ({ signal }) => checkScale(settled, signal), enabled: settled.trim() !== '', gcTime: 0, placeholderData: (before) => before });
  const errors = fieldErrors(problem);
  const publish = async (event: Event) => {
    event.preventDefault();
    if (busy || !from) return;
    setBusy(true);
    setProblem(null);
    try {
      const made = await publishScale({ description: text, valid_from: from, after }, key.current);
      dropText();
      notify(t('scales.published', { version: made.version }));
      await client.invalidateQueries({ queryKey: ['scales'] });
      route(`/scales/${made.id}?version=${made.version}`, true);
    } catch (error) {
      setProblem(asProblem(error));
    } finally {
      key.current = newKey();
      setBusy(false);
    }
  };
  return (
    <>
      <form class="card stack" noValidate aria-label={t('scales.description')} onSubmit={(event) => void publish(event)}>
        <ErrorSummary problem={problem} />
        <ScaleText value={text} problems={check.data?.problems ?? []} onChange={setText} />
        <DateField name="valid_from" label={t('scales.valid_from')} hint={t('scales.valid_from_hint')} required value={from} error={errors.valid_from} onChange={setFrom} />
        <div class="page-actions">
          <Button kind="primary" type="submit" busy={busy}>{t('scales.publish')}</Button>
          <a class="button" href={scale ? `/scales/${scale.id}` : '/scales'}>{t('scales.leave')}</a>
        </div>
      </form>
      {check.data?.sheet && <Preview sheet={check.data.sheet} />}
    </>
  );
}

export default function EditScalePage() {
  const id = useRoute().params.scale;
  const mayWrite = can('scales.write');
  const scale = useQuery({ queryKey: ['scales', id, 'newest'], queryFn: () => newest(id ?? ''), enabled: mayWrite && id !== undefined, staleTime: 0, gcTime: 0 });
  const crumbs = [{ href: '/scales', label: t('scales.title') }, ...(id && scale.data ? [{ href: `/scales/${id}`, label: titleOf(scale.data.titles) }] : [])];
  return (
    <Page title={t(id ? 'scales.new_version' : 'scales.add')} crumbs={crumbs} lead={t('scales.edit_lead')}>
      {!mayWrite && <EmptyState title={t('scales.not_allowed')} />}
      {mayWrite && !id && <Editor scale={null} />}
      {mayWrite && id && <Loaded query={scale}>{(loaded) => <Editor key={`${loaded.id} ${loaded.version}`} scale={loaded} />}</Loaded>}
    </Page>
  );
}
