import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import { useState } from 'preact/hooks';
import { post } from '../../../lib/api';
import { today } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { inOtherLayout, readSearch, type Asked } from '../../../lib/person_search';
import { Combobox, type Option } from '../../../ui/Combobox';
import { Page } from '../../../ui/Page';
import { lifeWords } from '../../../ui/person/age';
import { getCard } from '../api';

/** Everybody who is found, but for the person itself. */
async function others(person: string, text: string, signal: AbortSignal): Promise<Option[]> {
  const asked = readSearch(text);
  if (!asked) return [];
  const find = async (what: Asked) => (await post('/persons/search', { body: { ...what, limit: 8 }, signal })).items.filter((each) => each.id !== person);
  const found = await find(asked);
  const layout = found.length === 0 ? inOtherLayout(asked) : null;
  return (layout ? await find(layout) : found).map((each) => ({ id: each.id, title: each.name, note: lifeWords(each.birth, each.death, today()) }));
}

/** Which other card is of the same person? */
export default function FindOtherPage() {
  const { params } = useRoute();
  const { route } = useLocation();
  const id = params.person ?? '';
  const card = useQuery({ queryKey: ['duplicates', 'card', id], queryFn: () => getCard(id) });
  const [chosen, setChosen] = useState<Option | null>(null);
  const person = card.data?.person;
  return (
    <Page
      title={t('duplicates.find_title')}
      lead={t('duplicates.find_lead')}
      crumbs={[{ href: '/recipients', label: t('duplicates.recipients') }, ...(person ? [{ href: `/recipients/${id}`, label: [person.family_name, person.given_name, person.patronymic].filter(Boolean).join(' ') }] : [])]}
    >
      <Combobox
        name="other"
        label={t('duplicates.find_other')}
        hint={t('duplicates.find_hint')}
        required
        value={chosen}
        search={(text, signal) => others(id, text, signal)}
        onChange={(option) => {
          setChosen(option);
          if (option) route(`/recipients/${id}/compare/${option.id}`);
        }}
      />
    </Page>
  );
}
