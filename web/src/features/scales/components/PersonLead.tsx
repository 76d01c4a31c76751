import { useQuery } from '@tanstack/preact-query';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { getPerson } from '../api';

/** Whose scale it is; it stands on paper too. */
export function PersonLead({ person }: { person: string }) {
  const card = useQuery({ queryKey: ['persons', 'card', person], queryFn: () => getPerson(person) });
  if (!card.data) return null;
  const { family_name, given_name, patronymic, birth } = card.data.person;
  return <>{t('scales.whose', { name: [family_name, given_name, patronymic].filter(Boolean).join(' '), birth: formatDay(birth) })}</>;
}
