import { useState } from 'preact/hooks';
import { formatDay } from '../../../lib/dates';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { useSend } from '../../../lib/send';
import { Button } from '../../../ui/Button';
import { Check } from '../../../ui/CheckGroup';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorSummary } from '../../../ui/ErrorSummary';
import { notify } from '../../../ui/Status';
import { Tag } from '../../../ui/Tag';
import { examine, install, type Offer, type Report } from '../api';

function Difference({ report }: { report: Report }) {
  return (
    <>
      {report.compared_with && <h3>{t('travel.differs', { version: report.compared_with, count: report.differences.length })}</h3>}
      <ul class="report-list">{report.differences.map((each, index) => <li key={index} class={each.difference.kind}>{each.text}</li>)}</ul>
      {report.services.some((each) => each.added) && (
        <>
          <h3>{t('travel.new_services')}</h3>
          <ul class="bullets">{report.services.filter((each) => each.added).map((each) => <li key={each.package_service}>{each.title}</li>)}</ul>
        </>
      )}
      {report.dependencies.some((each) => !each.met) && (
        <>
          <h3>{t('travel.depends')}</h3>
          <ul class="bullets">{report.dependencies.filter((each) => !each.met).map((each) => <li key={each.code}>{each.code} {each.versions}</li>)}</ul>
        </>
      )}
    </>
  );
}

function One({ offer, onInstalled }: { offer: Offer; onInstalled(): void }) {
  const { entry, novelty } = offer;
  const [report, setReport] = useState<Report | null>(null);
  const [codes, setCodes] = useState(false);
  const looking = useSend(async (key: string) => setReport(await examine(offer, key)));
  const installing = useSend(async (key: string) => {
    await install(offer, codes, key);
    notify(t('travel.installed', { version: entry.version }));
    onInstalled();
  });
  const title = titleOf(entry.titles);
  const unknown = (report?.unknown_codes.length ?? 0) > 0;
  return (
    <li>
      <p class="travel-line">
        <strong>{offer.practice ? <a href={`/practices/${offer.practice}`}>{title}</a> : title}, {entry.version}</strong>
        <Tag tone={novelty === 'withdrawn' ? 'danger' : 'info'}>{t('travel.novelty', { novelty })}</Tag>
        <span class="muted">{offer.server} · {formatDay(entry.published_on)}{offer.installed ? ` · ${t('travel.here', { version: offer.installed })}` : ''}</span>
      </p>
      {novelty === 'withdrawn' ? <p>{t('travel.withdrawn_text', { reason: entry.withdrawn ?? '' })}</p> : (
        <>
          <ErrorSummary problem={looking.problem ?? installing.problem} />
          {report && <Difference report={report} />}
          {unknown && <Check label={t('travel.add_codes')} hint={report?.unknown_codes.map((each) => each.code).join(', ')} checked={codes} onChange={setCodes} />}
          <div class="page-actions">
            {!report && <Button busy={looking.busy} onClick={() => void looking.send()}>{t('travel.show_difference')}</Button>}
            <Button kind={report ? 'primary' : 'secondary'} busy={installing.busy} disabled={unknown && !codes} onClick={() => void installing.send()}>{t('travel.install')}</Button>
          </div>
        </>
      )}
    </li>
  );
}

export function OfferList({ offers, onInstalled }: { offers: readonly Offer[]; onInstalled(): void }) {
  if (offers.length === 0) return <EmptyState title={t('travel.nothing_new')} />;
  return <ul class="travel-list">{offers.map((offer) => <One key={`${offer.feed}/${offer.entry.code}/${offer.entry.version}`} offer={offer} onInstalled={onInstalled} />)}</ul>;
}
