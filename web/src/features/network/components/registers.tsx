import { useQuery } from '@tanstack/preact-query';
import { formatDay, today } from '../../../lib/dates';
import { namer } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatNumber } from '../../../lib/numbers';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { Select } from '../../../ui/Select';
import { Tag } from '../../../ui/Tag';
import { TextInput } from '../../../ui/TextInput';
import { departmentsOf, equipmentOf, roomsOf, staffOf, type Qualification, type StaffMember } from '../api';
import { CodeInput, equipmentKinds, equipmentWords, KindInput, NumberInput, qualificationCodes, qualificationWords, rateWords, roomKinds, roomWords } from './inputs';
import { Register } from './Register';

interface PlaceProps {
  organisation: string;
  mayEdit: boolean;
}

export function Departments({ organisation, mayEdit }: PlaceProps) {
  return (
    <Register
      store={departmentsOf(organisation)}
      title={t('network.tab.departments')}
      add={t('network.add_department')}
      newTitle={t('network.new_department')}
      empty={{ title: t('network.no_departments'), detail: t('network.no_departments_detail') }}
      mayEdit={mayEdit}
      name={(row) => row.title}
      columns={[]}
      blank={{ title: '' }}
      optional={[]}
      fields={[{ label: t('network.name'), words: (each) => each.title }]}
      form={(draft, { change, errors }) => (
        <TextInput name="title" label={t('network.name')} required maxLength={200} value={draft.title} error={errors.title} onChange={(title) => change({ title })} />
      )}
    />
  );
}

export function Rooms({ organisation, mayEdit }: PlaceProps) {
  return (
    <Register
      store={roomsOf(organisation)}
      title={t('network.tab.rooms')}
      add={t('network.add_room')}
      newTitle={t('network.new_room')}
      empty={{ title: t('network.no_rooms'), detail: t('network.no_rooms_detail') }}
      mayEdit={mayEdit}
      name={(row) => row.title}
      columns={[
        { key: 'kind', title: t('network.kind'), cell: (row) => roomWords(row.kind) },
        { key: 'capacity', title: t('network.capacity'), align: 'end', cell: (row) => formatNumber(row.capacity) },
      ]}
      blank={{ title: '', kind: '', capacity: 0 }}
      optional={[]}
      fields={[
        { label: t('network.name'), words: (each) => each.title },
        { label: t('network.kind'), words: (each) => roomWords(each.kind) },
        { label: t('network.capacity'), words: (each) => String(each.capacity) },
      ]}
      form={(draft, { change, errors }) => (
        <>
          <TextInput name="title" label={t('network.name')} required maxLength={200} value={draft.title} error={errors.title} onChange={(title) => change({ title })} />
          <KindInput name="kind" label={t('network.kind')} required codes={roomKinds} words={roomWords} value={draft.kind} error={errors.kind} onChange={(kind) => change({ kind })} />
          <NumberInput name="capacity" label={t('network.capacity')} required value={draft.capacity} error={errors.capacity} onChange={(capacity) => change({ capacity })} />
        </>
      )}
    />
  );
}

export function EquipmentList({ organisation, mayEdit }: PlaceProps) {
  const rooms = useQuery({ queryKey: roomsOf(organisation).key, queryFn: roomsOf(organisation).list });
  const room = namer(rooms.data, (each) => each.title);
  return (
    <Register
      store={equipmentOf(organisation)}
      title={t('network.tab.equipment')}
      add={t('network.add_equipment')}
      newTitle={t('network.new_equipment')}
      empty={{ title: t('network.no_equipment'), detail: t('network.no_equipment_detail') }}
      mayEdit={mayEdit}
      name={(row) => row.title}
      columns={[
        { key: 'kind', title: t('network.kind'), weight: 'minor', cell: (row) => equipmentWords(row.kind) },
        { key: 'number', title: t('network.inventory_number'), weight: 'minor', cell: (row) => row.inventory_number ?? '' },
        { key: 'count', title: t('network.count'), align: 'end', cell: (row) => formatNumber(row.count) },
        { key: 'room', title: t('network.room'), cell: (row) => room(row.room) },
      ]}
      blank={{ title: '', kind: '', count: 1 }}
      optional={['room', 'inventory_number']}
      fields={[
        { label: t('network.name'), words: (each) => each.title },
        { label: t('network.kind'), words: (each) => equipmentWords(each.kind) },
        { label: t('network.count'), words: (each) => String(each.count) },
        { label: t('network.room'), words: (each) => room(each.room) },
        { label: t('network.inventory_number'), words: (each) => each.inventory_number ?? '' },
      ]}
      form={(draft, { change, errors }) => (
        <>
          <TextInput name="title" label={t('network.name')} required maxLength={200} value={draft.title} error={errors.title} onChange={(title) => change({ title })} />
          <KindInput name="kind" label={t('network.kind')} required codes={equipmentKinds} words={equipmentWords} value={draft.kind} error={errors.kind} onChange={(kind) => change({ kind })} />
          <NumberInput name="count" label={t('network.count')} required value={draft.count} error={errors.count} onChange={(count) => change({ count })} />
          <Select name="room" label={t('network.room')} empty={t('network.room_none')} value={draft.room ?? ''} error={errors.room} choices={(rooms.data ?? []).map((each) => ({ value: each.id, label: each.title }))} onChange={(id) => change({ room: id })} />
          <TextInput name="inventory_number" label={t('network.inventory_number')} size="short" maxLength={40} value={draft.inventory_number ?? ''} error={errors.inventory_number} onChange={(inventory_number) => change({ inventory_number })} />
        </>
      )}
    />
  );
}

function holds(qualification: Qualification, day: string): boolean {
  return qualification.valid_from <= day && (!qualification.valid_to || day <= qualification.valid_to);
}

function Held({ member }: { member: StaffMember }) {
  const day = today();
  return (
    <span class="tags">
      {member.qualifications.map((each) => (
        <Tag key={each.code + each.valid_from} tone={holds(each, day) ? 'info' : 'warning'}>
          {qualificationWords(each.code)}
          {each.valid_to && ` ${t('network.until', { day: formatDay(each.valid_to) })}`}
        </Tag>
      ))}
    </span>
  );
}

function Post({ member, department }: { member: StaffMember; department: string }) {
  return (
    <div>
      {member.position}
      {department && <span class="department">{department}</span>}
    </div>
  );
}

interface QualificationsProps {
  value: readonly Qualification[];
  errors: Record<string, string>;
  onChange(next: Qualification[]): void;
}

function Qualifications({ value, errors, onChange }: QualificationsProps) {
  const set = (at: number, part: Partial<Qualification>) =>
    onChange(value.map((each, index) => (index === at ? (Object.fromEntries(Object.entries({ ...each, ...part }).filter(([, word]) => word !== undefined)) as unknown as Qualification) : each)));
  return (
    <fieldset class="qualifications">
      <legend class="field-label">{t('network.qualifications')}</legend>
      {value.map((each, at) => (
        <div class="qualification" key={at}>
          <CodeInput name={`qualifications/${at}/code`} label={t('network.qualification')} required codes={qualificationCodes} words={qualificationWords} value={each.code} error={errors[`qualifications/${at}/code`]} onChange={(code) => set(at, { code })} />
          <DateField name={`qualifications/${at}/valid_from`} label={t('network.valid_from')} required value={each.valid_from || null} error={errors[`qualifications/${at}/valid_from`]} onChange={(day) => set(at, { valid_from: day ?? '' })} />
          <DateField name={`qualifications/${at}/valid_to`} label={t('network.valid_to')} value={each.valid_to ?? null} error={errors[`qualifications/${at}/valid_to`]} onChange={(day) => set(at, { valid_to: day ?? undefined } as Partial<Qualification>)} />
          <Button kind="quiet" onClick={() => onChange(value.filter((_, index) => index !== at))}>{t('network.remove')}</Button>
        </div>
      ))}
      <Button onClick={() => onChange([...value, { code: '', valid_from: today() }])}>{t('network.add_qualification')}</Button>
    </fieldset>
  );
}

export function Staff({ organisation, mayEdit }: PlaceProps) {
  const day = today();
  const departments = useQuery({ queryKey: departmentsOf(organisation).key, queryFn: departmentsOf(organisation).list });
  const department = namer(departments.data, (each) => each.title);
  return (
    <Register
      store={staffOf(organisation)}
      title={t('network.tab.staff')}
      add={t('network.add_staff')}
      newTitle={t('network.new_staff')}
      empty={{ title: t('network.no_staff'), detail: t('network.no_staff_detail') }}
      mayEdit={mayEdit}
      nameTitle={t('network.full_name')}
      name={(row) => row.name}
      sort={(a, b) => Number(Boolean(a.left_on)) - Number(Boolean(b.left_on)) || a.name.localeCompare(b.name)}
      columns={[
        { key: 'position', title: t('network.position'), cell: (row) => <Post member={row} department={department(row.department)} /> },
        { key: 'rate', title: t('network.rate'), align: 'end', cell: (row) => rateWords(row.rate) },
        { key: 'qualifications', title: t('network.qualifications'), cell: (row) => <Held member={row} /> },
        { key: 'hired', title: t('network.works'), weight: 'minor', cell: (row) => (row.left_on && row.left_on <= day ? t('network.left', { day: formatDay(row.left_on) }) : t('network.since', { day: formatDay(row.hired_on) })) },
      ]}
      blank={{ name: '', position: '', rate: 100, hired_on: day, qualifications: [] }}
      optional={['left_on', 'department', 'personnel_number']}
      fields={[
        { label: t('network.full_name'), words: (each) => each.name },
        { label: t('network.position'), words: (each) => each.position },
        { label: t('network.department'), words: (each) => department(each.department) },
        { label: t('network.personnel_number'), words: (each) => each.personnel_number ?? '' },
        { label: t('network.rate'), words: (each) => rateWords(each.rate) },
        { label: t('network.hired_on'), words: (each) => (each.hired_on ? formatDay(each.hired_on) : '') },
        { label: t('network.left_on'), words: (each) => (each.left_on ? formatDay(each.left_on) : '') },
        { label: t('network.qualifications'), words: (each) => each.qualifications.map(({ code }) => qualificationWords(code)).join(', ') },
      ]}
      form={(draft, { change, errors }) => (
        <>
          <TextInput name="name" label={t('network.full_name')} required maxLength={200} value={draft.name} error={errors.name} onChange={(name) => change({ name })} />
          <TextInput name="position" label={t('network.position')} required maxLength={200} value={draft.position} error={errors.position} onChange={(position) => change({ position })} />
          {(departments.data?.length ?? 0) > 0 && (
            <Select name="department" label={t('network.department')} empty={t('network.department_none')} value={draft.department ?? ''} error={errors.department} choices={(departments.data ?? []).map((each) => ({ value: each.id, label: each.title }))} onChange={(id) => change({ department: id })} />
          )}
          <TextInput name="personnel_number" label={t('network.personnel_number')} size="short" maxLength={40} value={draft.personnel_number ?? ''} error={errors.personnel_number} onChange={(personnel_number) => change({ personnel_number })} />
          <Select
            name="rate"
            label={t('network.rate')}
            required
            value={String(draft.rate)}
            error={errors.rate}
            choices={[...new Set([25, 50, 75, 100, 125, 150, draft.rate])].sort((a, b) => a - b).map((each) => ({ value: String(each), label: rateWords(each) }))}
            onChange={(rate) => change({ rate: Number(rate) })}
          />
          <DateField name="hired_on" label={t('network.hired_on')} required value={draft.hired_on || null} error={errors.hired_on} onChange={(next) => change({ hired_on: next ?? '' })} />
          <DateField name="left_on" label={t('network.left_on')} hint={t('network.left_hint')} value={draft.left_on ?? null} error={errors.left_on} onChange={(next) => change({ left_on: next ?? '' })} />
          <Qualifications value={draft.qualifications} errors={errors} onChange={(qualifications) => change({ qualifications })} />
        </>
      )}
    />
  );
}
