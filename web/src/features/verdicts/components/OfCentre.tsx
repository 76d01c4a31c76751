import { useQuery } from '@tanstack/preact-query';
import type { Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Loaded } from '../../../ui/Loaded';
import { followed, getRegion, type RegionVerdicts } from '../api';
import { centrePath, onDay, subjectOf } from '../model/subject';
import { titlesOf } from '../model/words';
import { NothingHere } from './NothingHere';
import { VerdictSign } from './VerdictSign';
import './Verdicts.css';

/** Everything that one centre is held to: its practices, then the listed services that it provides. */
export function OfCentre({ centre, day }: { centre: string; day: Day | null }) {
  const query = useQuery({ queryKey: ['verdicts', 'region', { organisation: centre }, day], queryFn: ({ signal }) => getRegion({ organisation: centre }, day, signal), refetchInterval: followed(day) });
  return <Loaded query={query}>{(region) => (region.cells.length > 0 ? <Subjects region={region} centre={centre} day={day} /> : <NothingHere centre={centre} day={day} />)}</Loaded>;
}

function Subjects({ region, centre, day }: { region: RegionVerdicts; centre: string; day: Day | null }) {
  return (
    <div class="stack">
      {region.cells.map((cell) => {
        const titles = titlesOf(region, cell);
        const title = titles?.title ?? '';
        return (
          <section key={cell.practice ?? cell.service} class="card verdict-card">
            <h2><a href={onDay(centrePath(subjectOf(cell), centre), day)}>{cell.service ? t('verdicts.service_choice', { title }) : title}</a></h2>
            <ul class="stack">
              {cell.statements.map((each) => (
                <li key={each.statement} class="verdict-head">
                  <span>{titles?.statements.find(({ statement }) => statement === each.statement)?.title ?? each.statement}</span>
                  <VerdictSign outcome={each.outcome} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}
