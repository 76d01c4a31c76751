import { useQuery, useQueryClient } from '@tanstack/preact-query';
import { t } from '../../../lib/messages';
import { can } from '../../../lib/session';
import { EmptyState } from '../../../ui/EmptyState';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { readFeeds, readOffers } from '../api';
import { FeedList } from '../components/FeedList';
import { OfferList } from '../components/OfferList';
import { OwnServer } from '../components/OwnServer';
import { Subscribe } from '../components/Subscribe';
import { Subscribers } from '../components/Subscribers';
import '../components/Travel.css';

/** Practices of other regions: what is new there, whom we read, who reads us. */
export default function FeedsPage() {
  const queries = useQueryClient();
  const allowed = can('travel.subscribe');
  const feeds = useQuery({ queryKey: ['travel', 'feeds'], queryFn: readFeeds, enabled: allowed });
  const offers = useQuery({ queryKey: ['travel', 'offers'], queryFn: readOffers, enabled: allowed });
  const again = () => void queries.invalidateQueries({ queryKey: ['travel'] });
  const installed = () => {
    again();
    void queries.invalidateQueries({ queryKey: ['practices'] });
  };
  const crumbs = [{ href: '/practices', label: t('travel.bank') }];
  if (!allowed) return <Page title={t('travel.title')} crumbs={crumbs}><EmptyState title={t('travel.not_allowed')} /></Page>;
  return (
    <Page title={t('travel.title')} lead={t('travel.lead')} crumbs={crumbs}>
      <section class="card stack">
        <h2>{t('travel.offers')}</h2>
        <Loaded query={offers}>{(items) => <OfferList offers={items} onInstalled={installed} />}</Loaded>
      </section>
      <section class="card stack">
        <h2>{t('travel.feeds')}</h2>
        <Loaded query={feeds}>{(items) => <FeedList feeds={items} onChange={again} />}</Loaded>
      </section>
      <Subscribe onDone={again} />
      <OwnServer />
      <Subscribers />
    </Page>
  );
}
