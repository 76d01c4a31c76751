import { useQueryClient } from '@tanstack/preact-query';
import { useState } from 'preact/hooks';
import { asProblem, fieldErrors } from '../../../lib/api';
import { titleOf } from '../../../lib/directory';
import { formatDay, today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Dialog } from '../../../ui/Dialog';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { Table } from '../../../ui/Table';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { addWord, changeWord, type ListedWord } from '../api';
import { useLists } from '../components/file/Lists';
import { Titles, written } from '../components/titles';

type Kind = ListedWord['kind'];
const kinds: readonly Kind[] = ['circumstance', 'category'];

/** A word that is changed, or the kind of one that is new. */
type Edited = { kind: Kind; word?: ListedWord };

function Form({ edited: { kind, word }, onClose, onDone }: { edited: Edited; onClose(): void; onDone(): void }) {
  const [titles, setTitles] = useState<Record<string, string>>(word?.titles ?? {});
  const [code, setCode] = useState('');
  const [since, setSince] = useState<string | null>(today());
  const [until, setUntil] = useState<string | null>(word?.until ?? null);
  const { busy, problem, send } = useSend(async (key: string, named: Record<string, string>, last: string | null) => {
    const ends = last ? { until: last } : {};
    if (word) await changeWord(word, { titles: named, ...ends });
    else await addWord({ kind, code: code.trim(), titles: named, since: since ?? '', ...ends }, key);
  });
  const errors = fieldErrors(problem);
  const save = async () => {
    if (!(await send(written(titles), until))) return;
    notify(t('people.lists.saved'));
    onDone();
  };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorSummary problem={problem} />
      <Titles name="titles" label={(language) => t('people.lists.title_in', { language })} value={titles} errors={errors} onChange={setTitles} />
      {!word && <TextInput name="code" label={t('people.lists.code')} hint={t('people.lists.code_hint')} required maxLength={60} value={code} error={errors.code} onChange={setCode} />}
      {!word && <DateField name="since" label={t('people.file.since')} required value={since} error={errors.since} onChange={setSince} />}
      <DateField name="until" label={t('people.file.until')} hint={t('people.lists.until_hint')} value={until} error={errors.until} onChange={setUntil} />
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.save')}</Button>
        <Button onClick={onClose}>{t('people.cancel')}</Button>
      </div>
    </form>
  );
}

export default function ListsPage() {
  const client = useQueryClient();
  const lists = useLists();
  const [edited, setEdited] = useState<Edited | null>(null);
  const may = can('people.set_lists');
  const done = () => {
    setEdited(null);
    void client.invalidateQueries({ queryKey: ['persons', 'lists'] });
  };
  return (
    <Page title={t('people.lists.title')} lead={t('people.lists.lead')} crumbs={[{ href: '/reference', label: t('people.lists.reference') }]}>
      {kinds.map((kind) => (
        <section key={kind} class="stack" aria-label={t(`people.lists.${kind}`)}>
          <div class="page-head">
            <h2>{t(`people.lists.${kind}`)}</h2>
            {may && <Button name={t(`people.lists.add_${kind}`)} onClick={() => setEdited({ kind })}>{t('people.lists.add')}</Button>}
          </div>
          <Table
            caption={t(`people.lists.${kind}`)}
            rows={lists.data?.items.filter((each) => each.kind === kind) ?? null}
            rowKey={(row) => row.code}
            problem={lists.error ? asProblem(lists.error) : null}
            onRetry={() => void lists.refetch()}
            empty={<EmptyState title={t('people.lists.empty')} />}
            columns={[
              { key: 'title', title: t('people.lists.word'), weight: 'main', cell: (row) => <>{titleOf(row.titles)} {row.until && row.until < today() && <Tag>{t('people.file.past')}</Tag>}</> },
              { key: 'since', title: t('people.file.since'), cell: (row) => <span class="number">{formatDay(row.since)}</span> },
              { key: 'until', title: t('people.file.until'), cell: (row) => <span class="number">{row.until ? formatDay(row.until) : '—'}</span> },
              { key: 'code', title: t('people.lists.code'), weight: 'minor', cell: (row) => row.code },
              ...(may ? [{ key: 'change', title: t('people.lists.action'), paper: 'left out' as const, cell: (row: ListedWord) => <Button kind="quiet" name={t('people.lists.change_of', { title: titleOf(row.titles) })} onClick={() => setEdited({ kind, word: row })}>{t('people.lists.change')}</Button> }] : []),
            ]}
          />
        </section>
      ))}
      <Dialog title={edited ? (edited.word ? titleOf(edited.word.titles) : t(`people.lists.add_${edited.kind}`)) : ''} open={edited !== null} onClose={() => setEdited(null)}>
        {edited && <Form edited={edited} onClose={() => setEdited(null)} onDone={done} />}
      </Dialog>
    </Page>
  );
}
