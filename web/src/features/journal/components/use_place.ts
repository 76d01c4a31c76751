// Where the journal is kept and whose rows are wanted, as the address says.
import { useQuery } from '@tanstack/preact-query';
import { useLocation } from 'preact-iso';
import { namer, ownOrganisations, titleOf, useOrganisations, useServices } from '../../../lib/directory';
import { useDraft } from '../../../lib/draft';
import { getContext } from '../api';

export function usePlace() {
  const { query, path, route } = useLocation();
  const organisations = useOrganisations();
  const services = useServices();
  const own = ownOrganisations(organisations.data ?? []);
  const [last, setLast] = useDraft<string>('journal organisation', () => '');
  const wanted = query.organisation ?? last;
  const organisation = own.some((each) => each.id === wanted) ? wanted : (own[0]?.id ?? '');
  const context = useQuery({ queryKey: ['facts', 'context', organisation], queryFn: () => getContext(organisation), enabled: organisation !== '', staleTime: 60_000 });
  const put = (change: Record<string, string>) => {
    if (change.organisation) setLast(change.organisation);
    const fields = new URLSearchParams({ ...query, ...change });
    for (const [name, value] of [...fields]) if (value === '') fields.delete(name);
    route(`${path}${fields.size > 0 ? `?${fields.toString()}` : ''}`, true);
  };
  return { query, own, organisation, organisations, context, services, titleOfService: namer(services.data, (each) => titleOf(each.titles)), put };
}
