import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { fieldErrors } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { useShortcut } from '../../../lib/shortcuts';
import { Button } from '../../../ui/Button';
import { CheckGroup } from '../../../ui/CheckGroup';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { notify } from '../../../ui/Status';
import { getCard, getFile, putFile } from '../api';
import '../components/Card.css';
import { nameOf } from '../components/draft';
import { Relatives, Representatives } from '../components/file/Kin';
import { Addresses, Documents, FormerNames, Grounds, Phones } from '../components/file/Lists';
import { languageName, languages, type FileView, type PersonalFile } from '../components/file/model';

function Form({ person, view, etag }: { person: string; view: FileView; etag: string | null }) {
  const client = useQueryClient();
  const { route } = useLocation();
  const [file, setFile] = useState<PersonalFile>(view.file);
  const { busy, problem, send } = useSend(async (_, body: PersonalFile) => {
    await putFile(person, body, etag);
    await client.invalidateQueries({ queryKey: ['persons'] });
  });
  const errors = fieldErrors(problem);
  const save = async () => {
    if (!(await send(file))) return;
    notify(t('people.saved'));
    route(`/recipients/${person}`, true);
  };
  useShortcut('Control+Enter', 'people.keys.save', () => void save());
  const list = <K extends keyof PersonalFile>(name: K) => ({
    items: file[name],
    errors,
    onChange: (items: PersonalFile[K]) => setFile({ ...file, [name]: items }),
  });
  const kin = { person, people: view.people };
  return (
    <form class="stack" noValidate onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <ErrorSummary problem={problem} />
      <Documents {...list('documents')} />
      <Addresses {...list('addresses')} />
      <Phones {...list('phones')} />
      <Relatives {...list('relatives')} {...kin} />
      <Representatives {...list('representatives')} {...kin} />
      <Grounds kind="circumstance" {...list('circumstances')} />
      <Grounds kind="category" {...list('categories')} />
      <FormerNames {...list('former_names')} />
      <section class="card" aria-label={t('people.file.languages')}>
        <CheckGroup
          name="languages"
          label={t('people.file.languages')}
          layout="row"
          values={file.languages}
          choices={[...languages, ...view.file.languages.filter((each) => !languages.includes(each as (typeof languages)[number]))].map((each) => ({ value: each, label: languageName(each) }))}
          onChange={(values) => setFile({ ...file, languages: values })}
        />
      </section>
      <div class="page-actions">
        <Button kind="primary" type="submit" busy={busy}>{t('people.save')}</Button>
        <a class="button" href={`/recipients/${person}`}>{t('people.cancel')}</a>
      </div>
    </form>
  );
}

export default function FilePage() {
  const { params } = useRoute();
  const id = params.person ?? '';
  const card = useQuery({ queryKey: ['persons', 'card', id], queryFn: async () => (await getCard(id)).body });
  const file = useQuery({ queryKey: ['persons', 'file for change', id], queryFn: () => getFile(id), staleTime: 0, gcTime: 0 });
  return (
    <Page
      title={t('people.file.edit_title')}
      lead={t('people.file.lead')}
      crumbs={[{ href: '/recipients', label: t('people.title') }, ...(card.data ? [{ href: `/recipients/${id}`, label: nameOf(card.data.person) }] : [])]}
    >
      <Loaded query={file}>{(found) => <Form person={id} view={found.body} etag={found.etag} />}</Loaded>
    </Page>
  );
}
