import type { ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { createContext } from 'preact';
import { monthName } from '../../../lib/dates';
import { t, type Language } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Check, CheckGroup } from '../../../ui/CheckGroup';
import { DateField } from '../../../ui/DateField';
import { FieldGroup } from '../../../ui/Field';
import { Select, type Choice } from '../../../ui/Select';
import { TextInput } from '../../../ui/TextInput';
import { roles } from '../model/codes';
import { at, listAt, move, newId, put, textAt, type Json, type Path } from '../model/document';
import { kopecksOf, roublesOf } from '../../../lib/money';
import { certaintyTable, type Field, type Table } from '../model/sections';
import { codeText, wordOf } from '../model/words';

export interface Editing {
  document: Json;
  language: Language;
  errors: Record<string, string>;
  change(document: Json): void;
}

export const EditingContext = createContext<Editing | null>(null);

function useEditing() {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('no draft');
  const { document, change } = editing;
  return { ...editing, set: (path: Path, value: Json | undefined) => change(put(document, path, value) ?? {}) };
}

export function titleIn(element: Json | undefined, language: Language): string {
  for (const name of ['title', 'name', 'position', 'text', 'risk']) {
    const words = textAt(element, [name, language]) || textAt(element, [name, 'ru']);
    if (words) return words.length > 70 ? `${words.slice(0, 70)}…` : words;
  }
  return textAt(element, ['id']);
}

const label = (name: string) => wordOf('f', name);

interface Props {
  path: Path;
  field: Field;
}

function useCommon({ path, field }: Props) {
  const { errors } = useEditing();
  const name = path.join('/');
  return { name, label: label(field.name), required: !field.optional, error: errors[name], hint: field.hint && wordOf('hint', field.hint) };
}

function choicesOf({ prefix, codes }: Table, current: readonly string[]): Choice[] {
  return [...codes, ...current.filter((code) => code && !codes.includes(code))].map((code) => ({ value: code, label: wordOf(prefix, code) }));
}

function Translated({ path, field, rows }: Props & { rows?: number }) {
  const { document, language, set, errors } = useEditing();
  const { label: title, hint, required, name } = useCommon({ path, field });
  const here = [...path, language];
  const russian = textAt(document, [...path, 'ru']);
  return (
    <TextInput name={here.join('/')} label={title} required={required && language === 'ru'} rows={rows ?? 0}
      hint={language === 'ru' ? hint : russian.length > 240 ? `${russian.slice(0, 240)}…` : russian || hint}
      error={errors[here.join('/')] ?? (language === 'ru' ? errors[name] : undefined)}
      value={textAt(document, here)} onChange={(value) => set(here, value || undefined)} />
  );
}

function NumberInput({ path, field }: Props) {
  const { document, set } = useEditing();
  const read = (text: string): Json | undefined => {
    const plain = text.trim().replace(',', '.');
    if (!plain) return undefined;
    // What is not a number stays as typed, so that the check can say so.
    return Number.isFinite(Number(plain)) && !/[.]$/.test(plain) ? Number(plain) : text;
  };
  return <TextInput {...useCommon({ path, field })} inputMode={field.kind === 'decimal' ? 'decimal' : 'numeric'} size="short" value={textAt(document, path)} onChange={(text) => set(path, read(text))} />;
}

function MoneyInput({ path, field }: Props) {
  const { document, set } = useEditing();
  const common = useCommon({ path, field });
  const byRegion = at(document, [...path, 'set_by_region']) === true;
  const kopecks = at(document, [...path, 'amount_kopecks']);
  const note = at(document, [...path, 'note']);
  const [typed, setTyped] = useState('');
  const region = (on: boolean) => set(path, { ...(on ? { set_by_region: true } : {}), ...(note ? { note } : {}) });
  return (
    <FieldGroup {...common}>
      <div class="editor-fields">
        <Check label={t('practices.set_by_region')} checked={byRegion} onChange={region} />
        {!byRegion && (
          <>
            <TextInput name={`${common.name}/amount_kopecks`} label={t('practices.amount_roubles')} required inputMode="decimal" size="short"
              value={kopecksOf(typed) === kopecks ? typed : roublesOf(typeof kopecks === 'number' ? kopecks : undefined)}
              onChange={(text) => { setTyped(text); set([...path, 'amount_kopecks'], kopecksOf(text) ?? undefined); }} />
            <One path={[...path, 'as_of']} field={{ name: 'as_of', kind: 'date' }} />
          </>
        )}
        <div class="wide"><One path={[...path, 'note']} field={{ name: 'note', kind: 'text', optional: true }} /></div>
      </div>
    </FieldGroup>
  );
}

function Parts({ path, field, fields }: Props & { fields: readonly Field[] }) {
  return (
    <FieldGroup {...useCommon({ path, field })}>
      <div class="editor-part"><Fields path={path} fields={fields} /></div>
    </FieldGroup>
  );
}

function Reference({ path, field }: Props & { field: Extract<Field, { kind: 'ref' | 'refs' }> }) {
  const { document, language, set } = useEditing();
  const common = useCommon({ path, field });
  const choices = field.lists.flatMap((list) => listAt(document, list)).map((element) => ({ value: textAt(element, ['id']), label: titleIn(element, language) }));
  if (field.kind === 'ref') return <Select {...common} empty={t('practices.none')} choices={choices} value={textAt(document, path)} onChange={(value) => set(path, value || undefined)} />;
  if (choices.length === 0) return null;
  return <CheckGroup {...common} choices={choices} values={listAt(document, path).map(String)} onChange={(values) => set(path, values.length ? values : undefined)} />;
}

function RoleSelect({ path, field }: Props) {
  const { document, language, set } = useEditing();
  const choices = [
    ...listAt(document, ['needs', 'staff']).map((element) => ({ value: textAt(element, ['id']), label: titleIn(element, language) })),
    ...roles.map((role) => ({ value: role, label: codeText('role', role) })),
  ];
  return <Select {...useCommon({ path, field })} empty={t('practices.none')} choices={choices} value={textAt(document, path)} onChange={(value) => set(path, value || undefined)} />;
}

function CodeSelect({ path, field }: Props & { field: Extract<Field, { kind: 'one' | 'many' }> }) {
  const { document, set } = useEditing();
  const common = useCommon({ path, field });
  if (field.kind === 'many') {
    const values = listAt(document, path).map(String);
    return <CheckGroup {...common} layout="row" choices={choicesOf(field.table, values)} values={values} onChange={(next) => set(path, next.length ? next : undefined)} />;
  }
  const value = textAt(document, path);
  return <Select {...common} empty={t('practices.choose')} value={value} choices={choicesOf(field.table, [value])}
    onChange={(next) => set(path, next ? (field.name === 'level' ? Number(next) : next) : undefined)} />;
}

function Months({ path, field }: Props) {
  const { document, set } = useEditing();
  const choices = Array.from({ length: 12 }, (_, month) => ({ value: String(month + 1), label: monthName(month + 1) }));
  return <CheckGroup {...useCommon({ path, field })} layout="row" choices={choices} values={listAt(document, path).map(String)} onChange={(values) => set(path, values.length ? values.map(Number) : undefined)} />;
}

function Rows({ path, field }: Props & { field: Extract<Field, { kind: 'list' }> }) {
  const { document, language, set } = useEditing();
  const rows = listAt(document, path);
  const title = label(field.name);
  const add = () => set(path, [...rows, { id: newId(field.id, rows.map((row) => textAt(row, ['id']))), ...field.fresh }]);
  return (
    <FieldGroup {...useCommon({ path, field })} required>
      {rows.length === 0 && <p class="muted">{t('practices.list_empty')}</p>}
      <div class="stack">
        {rows.map((row, index) => (
          <div class="editor-row" key={textAt(row, ['id']) || index}>
            <div class="editor-row-head">
              <strong>{index + 1}. {titleIn(row, language)}</strong>
              <span class="page-actions">
                <Button kind="quiet" icon="ascending" name={t('practices.move_up', { title: titleIn(row, language) })} disabled={index === 0} onClick={() => set(path, move(rows, index, index - 1))} />
                <Button kind="quiet" icon="descending" name={t('practices.move_down', { title: titleIn(row, language) })} disabled={index === rows.length - 1} onClick={() => set(path, move(rows, index, index + 1))} />
                <Button kind="quiet" icon="close" name={t('practices.remove_row', { title: titleIn(row, language) })} onClick={() => set(path, rows.filter((_, at) => at !== index))} />
              </span>
            </div>
            <Fields path={[...path, index]} fields={field.fields} />
          </div>
        ))}
      </div>
      <div><Button onClick={add}>{t('practices.add_row', { list: title })}</Button></div>
    </FieldGroup>
  );
}

function One({ path, field }: Props): ComponentChildren {
  const { document, set } = useEditing();
  const common = useCommon({ path, field });
  switch (field.kind) {
    case 'line': return <Translated path={path} field={field} />;
    case 'text': return <Translated path={path} field={field} rows={3} />;
    case 'long': return <Translated path={path} field={field} rows={20} />;
    case 'path': return <Translated path={path} field={field} />;
    case 'string': return <TextInput {...common} value={textAt(document, path)} onChange={(value) => set(path, value || undefined)} />;
    case 'integer':
    case 'decimal': return <NumberInput path={path} field={field} />;
    case 'date': return <DateField {...common} value={textAt(document, path) || null} onChange={(day) => set(path, day ?? undefined)} />;
    case 'yes': return <Check label={common.label} checked={at(document, path) === true} onChange={(on) => set(path, on ? true : field.optional ? undefined : false)} />;
    case 'money': return <MoneyInput path={path} field={field} />;
    case 'source': return <Parts path={path} field={field} fields={[{ name: 'checked', kind: 'one', table: certaintyTable }, { name: 'text', kind: 'text' }]} />;
    case 'range': return <Parts path={path} field={field} fields={[{ name: 'from', kind: 'integer' }, { name: 'to', kind: 'integer' }]} />;
    case 'role': return <RoleSelect path={path} field={field} />;
    case 'months': return <Months path={path} field={field} />;
    case 'one':
    case 'many': return <CodeSelect path={path} field={field} />;
    case 'ref':
    case 'refs': return <Reference path={path} field={field} />;
    case 'group': {
      const fields = typeof field.fields === 'function' ? field.fields(at(document, path.slice(0, -1))) : field.fields;
      if (fields.length === 0) return null;
      // The document's own maps need no frame: the section is their title.
      return path.length === 1 ? <Fields path={path} fields={fields} /> : <Parts path={path} field={field} fields={fields} />;
    }
    case 'list': return <Rows path={path} field={field} />;
  }
}

const narrow = new Set<Field['kind']>(['string', 'integer', 'decimal', 'date', 'one', 'ref', 'role', 'yes']);

export function Fields({ path, fields }: { path: Path; fields: readonly Field[] }) {
  return (
    <div class="editor-fields">
      {fields.map((field) => <div key={field.name} class={narrow.has(field.kind) ? '' : 'wide'}><One path={[...path, field.name]} field={field} /></div>)}
    </div>
  );
}
