import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import type { EventView, ProgrammeItem } from '../model/types';
import { ProgrammeForm } from './ProgrammeForm';

export function ProgrammePart({ view }: { view: EventView }) {
  const [editing, setEditing] = useState(false);
  const mayEdit = can('exchange.propose') && (view.hosts || view.event.state === 'proposed') && view.event.state !== 'closed' && view.event.state !== 'cancelled';
  if (editing) return <ProgrammeForm view={view} onDone={() => setEditing(false)} />;
  return (
    <div class="stack">
      <h2>{t('exchange.part.programme')}</h2>
      {view.programme.length === 0 && <EmptyState title={t('exchange.programme_none')} />}
      <ol class="exchange-list">
        {view.programme.map((item) => (
          <Item key={`${item.day} ${item.starts_time} ${item.title}`} item={item} view={view} />
        ))}
      </ol>
      {mayEdit && (
        <div class="form-actions">
          <Button onClick={() => setEditing(true)}>{t('exchange.programme_edit')}</Button>
        </div>
      )}
    </div>
  );
}

function Item({ item, view }: { item: ProgrammeItem; view: EventView }) {
  const shown = view.practices.filter((each) => item.practices.includes(each.id));
  return (
    <li class="exchange-item">
      <span>
        {view.event.starts_on !== view.event.ends_on && `${formatDay(item.day)} `}
        {item.starts_time}
        {item.ends_time && `–${item.ends_time}`}
      </span>
      <span>
        <strong>{item.title}</strong>
        {item.speaker && <span class="muted"> · {item.speaker}</span>}
        {shown.length > 0 && (
          <ul>
            {shown.map((each) => (
              <li key={each.id}>
                <a href={`/practices/${each.id}`}>{each.title}</a>
              </li>
            ))}
          </ul>
        )}
      </span>
    </li>
  );
}
