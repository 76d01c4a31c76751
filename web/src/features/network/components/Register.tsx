import { useQuery } from '@tanstack/preact-query';
import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useLocation } from 'preact-iso';
import { asProblem } from '../../../lib/api';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { EmptyState } from '../../../ui/EmptyState';
import { SaveAs } from '../../../ui/SaveAs';
import { Table, type Column } from '../../../ui/Table';
import type { Body, Store, Thing } from '../api';
import { RecordSheet, type FieldWords } from './RecordSheet';
import { useRecord, type Editing } from './use_record';

export interface RegisterProps<Kind extends Thing> {
  store: Store<Kind>;
  title: string;
  add: string;
  newTitle: string;
  empty: { title: string; detail: string };
  columns: readonly Column<Kind>[];
  nameTitle?: string;
  /** What names the record on the button that opens it. */
  name(record: Kind): string;
  blank: Body<Kind>;
  optional: readonly string[];
  fields: readonly FieldWords<Kind>[];
  form(draft: Body<Kind>, editing: Editing<Kind>): ComponentChildren;
  mayEdit: boolean;
  sort?(a: Kind, b: Kind): number;
}

/** Rooms, equipment, staff and districts are kept alike: a table, and a sheet to change a row. */
export function Register<Kind extends Thing>({ store, title, add, newTitle, empty, columns, nameTitle, name, blank, optional, fields, form, mayEdit, sort }: RegisterProps<Kind>) {
  const list = useQuery({ queryKey: store.key, queryFn: store.list });
  const editing = useRecord(store, optional);
  const { query, path, route } = useLocation();
  // A line of a plan that a thing in this register closes leads here, with the title of what is wanted.
  useEffect(() => {
    if (!query.add || !mayEdit || !('title' in blank)) return;
    editing.begin(null, { ...blank, title: query.add });
    route(path, true);
  }, [query.add, mayEdit]);
  const addButton = mayEdit ? <Button kind="primary" onClick={() => editing.begin(null, blank)}>{add}</Button> : null;
  const rows = list.data && (sort ? [...list.data].sort(sort) : list.data);
  const first: Column<Kind> = {
    key: 'name',
    title: nameTitle ?? t('network.name'),
    weight: 'main',
    cell: (row) => (mayEdit ? <button type="button" class="link" onClick={() => editing.begin(row, blank)}>{name(row)}</button> : name(row)),
  };
  return (
    <section class="stack" aria-label={title}>
      {rows && rows.length > 0 && mayEdit && <div class="page-actions">{addButton}</div>}
      <Table
        caption={title}
        columns={[first, ...columns]}
        rows={rows ?? null}
        rowKey={(row) => row.id}
        problem={list.error ? { ...asProblem(list.error), ...(asProblem(list.error).status === 404 ? { code: 'network.not_yours' } : {}) } : null}
        onRetry={() => void list.refetch()}
        empty={<EmptyState title={empty.title} detail={empty.detail} action={addButton} />}
      />
      {store.exported && rows && rows.length > 0 && <SaveAs what={title} at={store.exported} />}
      <RecordSheet title={editing.isNew ? newTitle : t('network.edit')} editing={editing} fields={fields}>
        {(draft) => form(draft, editing)}
      </RecordSheet>
    </section>
  );
}
