import { useQuery } from '@tanstack/preact-query';
import { useLocation, useRoute } from 'preact-iso';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { formatSize } from '../../../lib/numbers';
import { can } from '../../../lib/session';
import { Button } from '../../../ui/Button';
import { Dialog } from '../../../ui/Dialog';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { Menu } from '../../../ui/Menu';
import { Page } from '../../../ui/Page';
import { TextInput } from '../../../ui/TextInput';
import { fieldErrors } from '../../../lib/api';
import { adoptedAbroad, beginDraft, cardAddress, fileAddress, packageAddress, readPassport, readPractice, readServiceKinds, withdrawVersion, type Passport } from '../api';
import { AdoptButton } from '../components/AdoptButton';
import { CourseText } from '../components/CourseText';
import { JudgedLevel } from '../components/JudgedLevel';
import { EvidencePart } from '../components/EvidencePart';
import { Loaded } from '../../../ui/Loaded';
import { Markdown } from '../components/Markdown';
import { PassportNav } from '../components/PassportNav';
import * as parts from '../components/PassportParts';
import { VersionBar } from '../components/VersionBar';
import { useSend } from '../../../lib/send';
import { useLevels } from '../model/level';
import { codeText, languageOf, say, startText, wordOf } from '../model/words';
import type { Words } from '../model/types';
import '../components/Practices.css';

interface Section {
  id: string;
  title: string;
  body: ComponentChildren;
}

function Head({ passport }: { passport: Passport }) {
  const { package: work } = passport;
  const { levels } = useLevels();
  const abroad = useQuery({ queryKey: ['practices', passport.code, 'abroad'], queryFn: () => adoptedAbroad(passport.code) }).data;
  return (
    <header class="passport-head">
      <p class="passport-summary" lang={languageOf(work.summary)}>{say(work.summary)}</p>
      <dl class="passport-figures">
        <div>
          <dt>{t('practices.audience')}</dt>
          <dd>{work.audience.groups.slice(0, 2).map((code) => codeText('group', code)).join(', ')}</dd>
        </div>
        <div>
          <dt>{t('practices.where')}</dt>
          <dd>{[...new Set(work.services.flatMap((each) => each.channels))].map((channel) => t(`practices.channel.${channel}`)).join(', ')}</dd>
        </div>
        <div>
          <dt>{t('practices.cost.start')}</dt>
          <dd>{startText(passport, work.cost.start)}</dd>
        </div>
        <div>
          <dt>{t('practices.evidence')}</dt>
          <dd><JudgedLevel judged={levels && (levels.get(passport.version.practice) ?? null)} claimed={passport.evidence_level} short /></dd>
        </div>
        {abroad && abroad.regions > 0 && (
          <div>
            <dt>{t('practices.abroad')}</dt>
            <dd>{t('practices.abroad_regions', { regions: abroad.regions })}, {t('practices.abroad_centres', { centres: abroad.centres })}</dd>
          </div>
        )}
        <div>
          <dt>{t('practices.author')}</dt>
          <dd lang={languageOf(work.origin.centre)}>{say(work.origin.centre)}{work.origin.region && <small>{say(work.origin.region)}{work.origin.year ? `, ${work.origin.year}` : ''}</small>}</dd>
        </div>
      </dl>
    </header>
  );
}

function Files({ passport, practice }: { passport: Passport; practice: string }) {
  const unit = { kilobyte: t('ui.kilobyte'), megabyte: t('ui.megabyte') };
  return (
    <>
      <ul class="file-list">
        {passport.files.map((file) => (
          <li key={file.path}>
            <a class="file-name" href={fileAddress(practice, passport.version.version, file.path)} download>{file.path}</a>
            <span class="file-size">{formatSize(file.size, unit)}</span>
          </li>
        ))}
      </ul>
      <p class="digest">{t('practices.digest', { digest: passport.version.package_sha256 })}</p>
    </>
  );
}

function Author({ passport }: { passport: Passport }) {
  const { origin, licence, depends = [], upgrade_notes: notes = [] } = passport.package;
  const { email, phone, url } = origin.contact;
  return (
    <>
      <dl class="facts-list">
        <dt>{t('practices.author')}</dt>
        <dd>{say(origin.centre)}</dd>
        <dt>{t('practices.people')}</dt>
        <dd>{origin.authors.map((each) => [say(each.name), say(each.position)].filter(Boolean).join(', ')).join('; ')}</dd>
        {email && <><dt>{t('practices.email')}</dt><dd><a href={`mailto:${email}`}>{email}</a></dd></>}
        {phone && <><dt>{t('practices.phone')}</dt><dd><a href={`tel:${phone}`}>{phone}</a></dd></>}
        {url && /^https?:/.test(url) && <><dt>{t('practices.site')}</dt><dd><a href={url} rel="noreferrer">{url}</a></dd></>}
        <dt>{t('practices.licence')}</dt>
        <dd>{licence}</dd>
        <dt>{t('practices.code')}</dt>
        <dd>{passport.code}</dd>
      </dl>
      {depends.length > 0 && <><h3>{t('practices.depends')}</h3><ul class="bullets">{depends.map((each) => <li key={each.id}>{each.code} {each.versions} {say(each.note)}</li>)}</ul></>}
      {notes.length > 0 && <><h3>{t('practices.upgrade_notes')}</h3><ul class="bullets">{notes.map((each) => <li key={each.id}>{each.version}: {say(each.text)}</li>)}</ul></>}
    </>
  );
}

function sectionsOf(passport: Passport, practice: string, kinds: (code: string) => string): Section[] {
  const { package: work } = passport;
  const file = (path: Words) => fileAddress(practice, passport.version.version, say(path));
  const codes = new Map(passport.services.map((each) => [each.package_service, each.code]));
  const has = (list: readonly unknown[] | null | undefined) => (list ?? []).length > 0;
  const section = (id: string, title: string, body: ComponentChildren, shown = true): Section[] => (shown ? [{ id, title, body }] : []);
  return [
    ...section('idea', t('practices.part.idea'), <Markdown source={say(work.body)} lang={languageOf(work.body)} />),
    ...section('audience', t('practices.part.audience'), <parts.Audience work={work} />),
    ...section('components', t('practices.part.components'), <parts.Components work={work} />),
    ...section('services', t('practices.part.services'), <parts.Services work={work} codes={codes} kinds={kinds} />),
    ...section('procedure', t('practices.part.procedure'), <parts.Procedure work={work} />),
    ...section('staff', t('practices.part.staff'), <parts.Staff work={work} />, has(work.needs.staff) || has(work.needs.training)),
    ...section('rooms', t('practices.part.rooms'), <parts.Rooms work={work} />, has(work.needs.rooms)),
    ...section('equipment', t('practices.part.equipment'), <parts.Equipment work={work} prices={passport.prices} />, has(work.needs.equipment)),
    ...section('documents', t('practices.part.documents'), <parts.Documents work={work} file={file} />, has(work.needs.documents)),
    ...section('course', t('practices.part.course'), <CourseText work={work} file={file} />, !!work.course),
    ...section('standard', t('practices.part.standard'), <parts.Standard work={work} practice={practice} />),
    ...section('rollout', t('practices.part.rollout'), <parts.RolloutPlan work={work} />),
    ...section('floor', t('practices.part.floor'), <parts.Floor work={work} />),
    ...section('cost', t('practices.part.cost'), <parts.Costs work={work} passport={passport} />),
    ...section('risks', t('practices.part.risks'), <parts.Risks work={work} />, has(work.risks)),
    ...section('law', t('practices.part.law'), <parts.Laws work={work} />, has(work.legal_basis)),
    ...section('evidence', t('practices.part.evidence'), (
      <>
        <EvidencePart passport={passport} file={file} />
        <p><a href={`/practices/${practice}/evidence`}>{t('practices.evidence_page')}</a></p>
      </>
    )),
    ...section('indicators', t('practices.part.indicators'), <parts.Indicators work={work} />, has(work.indicators)),
    ...section('author', t('practices.part.author'), <Author passport={passport} />),
    ...section('files', t('practices.part.files'), <Files passport={passport} practice={practice} />, has(passport.files)),
  ];
}

function Withdraw({ practice, version, open, onClose, onDone }: { practice: string; version: string; open: boolean; onClose(): void; onDone(): void }) {
  const [reason, setReason] = useState('');
  const sending = useSend((key: string, why: string) => withdrawVersion(practice, version, why, key));
  const errors = fieldErrors(sending.problem);
  return (
    <Dialog title={t('practices.withdraw_title', { version })} open={open} onClose={onClose}
      actions={<Button kind="danger" busy={sending.busy} onClick={async () => { if (await sending.send(reason)) { onClose(); onDone(); } }}>{t('practices.withdraw')}</Button>}>
      <div class="stack">
        <ErrorSummary problem={sending.problem} />
        <p>{t('practices.withdraw_text')}</p>
        <TextInput label={t('practices.reason')} name="reason" required rows={3} maxLength={1000} value={reason} onChange={setReason} error={errors.reason} />
      </div>
    </Dialog>
  );
}

function Document({ passport, practice }: { passport: Passport; practice: string }) {
  const kinds = useQuery({ queryKey: ['service-kinds'], queryFn: readServiceKinds, staleTime: 300_000 });
  const sections = sectionsOf(passport, practice, (code) => titleOf(kinds.data?.find((each) => each.code === code)?.titles) || wordOf('code_kind', code));
  return (
    <div class="passport">
      <PassportNav items={sections} />
      <article class="passport-paper">
        <Head passport={passport} />
        {sections.map(({ id, title, body }) => <parts.Part key={id} id={id} title={title}>{body}</parts.Part>)}
      </article>
    </div>
  );
}

/** Everything about one version, as a document that can be read, printed and taken along. */
export default function PassportPage() {
  const { practice = '', version = '' } = useRoute().params;
  const { route } = useLocation();
  const [withdrawing, setWithdrawing] = useState(false);
  const found = useQuery({ queryKey: ['practices', practice, 'version', version], queryFn: () => readPassport(practice, version) });
  const family = useQuery({ queryKey: ['practices', practice, 'versions'], queryFn: () => readPractice(practice) });
  const beginning = useSend(async (key: string, from: string) => {
    const draft = await beginDraft(from, key);
    route(`/practices/drafts/${draft.id}`);
  });
  const passport = found.data;
  const title = passport ? say(passport.package.title) : t('practices.practice');
  const published = passport?.version.state === 'published';
  const menu = passport ? [
    { key: 'export', label: t('practices.export'), hint: t('practices.export_hint'), onChoose: () => { location.href = packageAddress(practice, passport.version.version); } },
    ...(can('practices.author') ? [{ key: 'edit', label: t('practices.new_version'), onChoose: () => void beginning.send(passport.version.id) }] : []),
    ...(can('practices.install') && published ? [{ key: 'withdraw', label: t('practices.withdraw'), onChoose: () => setWithdrawing(true) }] : []),
  ] : [];
  return (
    <Page title={title} crumbs={[{ href: '/practices', label: t('practices.title') }]}
      actions={passport && <>
        {published && <AdoptButton practice={practice} version={passport.version.id} title={title} />}
        <a class="button" href={`/rollout?practices=${practice}`}>{t('practices.who_runs')}</a>
        <a class="button" href={cardAddress(practice, passport.version.version)} target="_blank" rel="noreferrer">{t('practices.card_pdf')}</a>
        <Button onClick={() => print()}>{t('practices.print')}</Button>
        <Menu label={t('practices.more')} icon="more" kind="secondary" items={menu} />
      </>}>
      <ErrorSummary problem={beginning.problem} />
      <Loaded query={found}>
        {(loaded) => (
          <>
            {!published && <div class="banner" role="note"><strong>{t('practices.is_withdrawn')}</strong> {loaded.version.withdrawn_reason}</div>}
            <VersionBar practice={practice} shown={loaded.version} versions={family.data?.versions ?? [loaded.version]} />
            <Document key={loaded.version.id} passport={loaded} practice={practice} />
            <Withdraw practice={practice} version={loaded.version.version} open={withdrawing} onClose={() => setWithdrawing(false)}
              onDone={() => { void found.refetch(); void family.refetch(); }} />
          </>
        )}
      </Loaded>
    </Page>
  );
}
