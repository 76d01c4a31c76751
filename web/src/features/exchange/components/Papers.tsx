import { address } from '../../../lib/api';
import { t } from '../../../lib/messages';
import type { EventView } from '../model/types';

/** The event on paper, and for the reader's calendar; the report of a trip for those who see who went. */
export function Papers({ view }: { view: EventView }) {
  const path = { event: view.event.id };
  const papers = [
    { label: t('exchange.papers.invitation'), href: address('/exchange/events/{event}/papers/invitation', { path }) },
    { label: t('exchange.papers.programme'), href: address('/exchange/events/{event}/papers/programme', { path }) },
    { label: t('exchange.papers.attendance'), href: address('/exchange/events/{event}/papers/attendance', { path }) },
    { label: t('exchange.papers.protocol'), href: address('/exchange/events/{event}/papers/protocol', { path }) },
    ...view.delegations.filter(({ delegates }) => delegates).map(({ id, organisation }) => ({
      label: t('exchange.papers.report', { centre: organisation.title }),
      href: address('/exchange/events/{event}/papers/report', { path, query: { delegation: id } }),
    })),
  ];
  return (
    <p class="save-as">
      {t('exchange.papers')}{' '}
      {papers.map(({ label, href }) => <span key={href}><a href={href} target="_blank" rel="noreferrer">{label}</a> · </span>)}
      <a href={address('/exchange/events/{event}/calendar', { path })} download>{t('exchange.papers.calendar')}</a>
    </p>
  );
}
