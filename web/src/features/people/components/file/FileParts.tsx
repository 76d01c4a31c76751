import { useQuery } from '@tanstack/preact-query';
import { Fragment, type ComponentChildren } from 'preact';
import { titleOf } from '../../../../lib/directory';
import { formatDay } from '../../../../lib/dates';
import { t } from '../../../../lib/messages';
import { can } from '../../../../lib/session';
import { Loaded } from '../../../../ui/Loaded';
import { Tag } from '../../../../ui/Tag';
import { getFile } from '../../api';
import { useLists } from './Lists';
import { addressLine, holds, isEmpty, languageName, type FileView, type Ground, type PersonalFile } from './model';

type Line = [label: string, value: ComponentChildren];

const period = (since?: string, until?: string) =>
  since && until ? t('people.served_until', { since: formatDay(since), until: formatDay(until) }) : since ? t('people.served_since', { since: formatDay(since) }) : until ? t('people.file.held_until', { until: formatDay(until) }) : '';

function Lines({ lines }: { lines: Line[] }) {
  return (
    <dl class="facts-list">
      {lines.map(([label, value], place) => (
        <Fragment key={place}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

function Part({ title, lines }: { title: string; lines: Line[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <Lines lines={lines} />
    </>
  );
}

const Phone = ({ number }: { number?: string | undefined }) => (number ? <a href={`tel:${number.replace(/[^+\d]/g, '')}`}>{number}</a> : null);

const Past = ({ item }: { item: { since?: string; until?: string } }) => (holds(item) ? null : <Tag>{t('people.file.past')}</Tag>);

function papers(file: PersonalFile): Line[] {
  return file.documents.map((each) => [
    t(`people.document.${each.kind}`),
    <>
      <span class="number">{[each.series, each.number].filter(Boolean).join(' ')}</span>
      {each.issued_on && <> {t('people.file.issued', { day: formatDay(each.issued_on) })}</>}
      {each.issued_by && <div class="muted">{each.issued_by}</div>}
      {each.valid_until && <div class="muted">{t('people.file.held_until', { until: formatDay(each.valid_until) })} <Past item={{ until: each.valid_until }} /></div>}
      {each.note && <div class="muted">{each.note}</div>}
    </>,
  ]);
}

function places(file: PersonalFile): Line[] {
  const words = { house: t('people.file.house_short'), block: t('people.file.block_short'), flat: t('people.file.flat_short') };
  return [
    // Where the person lives stands among the details of the card.
    ...file.addresses.filter((each) => each.kind !== 'residence' || !holds(each)).map((each): Line => [t(`people.address.${each.kind}`), <>{addressLine(each, words)} <span class="muted">{period(each.since, each.until)}</span> <Past item={each} /></>]),
    ...file.phones.map((each): Line => [each.whose ?? t('person.phone'), <Phone number={each.number} />]),
    ...(file.languages.length > 0 ? [[t('people.file.languages'), file.languages.map((each) => languageName(each)).join(', ')] as Line] : []),
    ...file.former_names.map((each): Line => [t('people.file.former_name'), <>{[each.family_name, each.given_name, each.patronymic].filter(Boolean).join(' ')} <span class="muted">{period(undefined, each.until)}</span></>]),
  ];
}

function kin({ file, named_by, people }: FileView): Line[] {
  const who = (id?: string, name?: string) => {
    const known = people.find((each) => each.id === id);
    return known?.name ? <a href={`/recipients/${known.id}`}>{known.name}</a> : (name ?? t('people.file.person_elsewhere'));
  };
  const together = (yes: boolean) => (yes ? <div class="muted">{t('people.file.lives_together')}</div> : null);
  return [
    ...file.relatives.map((each): Line => [t(`people.kinship.${each.kinship}`), <>{who(each.person, each.name)} <Phone number={each.phone} />{together(each.lives_together)}{each.note && <div class="muted">{each.note}</div>}</>]),
    ...named_by.filter((each) => each.kinship && !file.relatives.some((own) => own.person === each.person)).map((each): Line => [t(`people.kinship.${each.kinship ?? 'unrelated'}`), <>{who(each.person)}{together(each.lives_together)}</>]),
    ...file.representatives.map((each): Line => [t(`people.authority.${each.authority}`), <>{who(each.person, each.name)} <Phone number={each.phone} /><div class="muted">{each.document}, {period(each.since, each.until)} <Past item={each} /></div></>]),
    ...named_by.filter((each) => each.authority).map((each): Line => [t('people.file.represents'), <>{who(each.person)} <span class="muted">{t(`people.authority.${each.authority ?? 'proxy'}`)}</span></>]),
  ];
}

function grounds(items: Ground[], title: (code: string) => string): Line[] {
  return items.map((each) => [
    title(each.code),
    <>{period(each.since, each.until)} <Past item={each} />{each.document && <div class="muted">{each.document}</div>}</>,
  ]);
}

/** Papers, places, kin and grounds of a person, and the way to change them. */
export function FileParts({ person }: { person: string }) {
  const file = useQuery({ queryKey: ['persons', 'file', person], queryFn: async () => (await getFile(person)).body });
  const words = useLists().data?.items ?? [];
  const title = (code: string) => titleOf(words.find((each) => each.code === code)?.titles ?? { ru: code });
  return (
    <section class="card" aria-label={t('people.file.title')}>
      <div class="page-head">
        <h2>{t('people.file.title')}</h2>
        {can('people.change') && <a class="button quiet" href={`/recipients/${person}/file`}>{t(file.data && !isEmpty(file.data) ? 'people.file.change' : 'people.file.fill')}</a>}
      </div>
      <Loaded query={file}>
        {(view) =>
          isEmpty(view) ? (
            <p class="muted">{t('people.file.empty')}</p>
          ) : (
            <>
              <Part title={t('people.file.circumstances')} lines={grounds(view.file.circumstances, title)} />
              <Part title={t('people.file.categories')} lines={grounds(view.file.categories, title)} />
              <Part title={t('people.file.kin')} lines={kin(view)} />
              <Part title={t('people.file.places')} lines={places(view.file)} />
              <Part title={t('people.file.documents')} lines={papers(view.file)} />
            </>
          )
        }
      </Loaded>
    </section>
  );
}
