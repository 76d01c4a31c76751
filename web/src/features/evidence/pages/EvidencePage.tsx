import { useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { titleOf } from '../../../lib/directory';
import { t } from '../../../lib/messages';
import { Page } from '../../../ui/Page';
import { Tabs } from '../../../ui/Tabs';
import { readPractice } from '../api';
import { AxesTab } from '../components/AxesTab';
import { ComparisonTab } from '../components/ComparisonTab';
import { CostTab } from '../components/CostTab';
import { OutcomesTab } from '../components/OutcomesTab';
import { ReviewsTab } from '../components/ReviewsTab';
import '../components/Evidence.css';

const tabs = ['reviews', 'axes', 'outcomes', 'cost', 'comparison'] as const;
type Tab = (typeof tabs)[number];

function Shown({ tab, practice }: { tab: Tab; practice: string }) {
  switch (tab) {
    case 'reviews': return <ReviewsTab practice={practice} />;
    case 'axes': return <AxesTab practice={practice} />;
    case 'outcomes': return <OutcomesTab practice={practice} />;
    case 'cost': return <CostTab practice={practice} />;
    case 'comparison': return <ComparisonTab practice={practice} />;
  }
}

/** Whether a practice helps, and how sure that is: words of adopters beside figures, and what the council made of both. */
export default function EvidencePage() {
  const { params } = useRoute();
  const practice = params.practice ?? '';
  const found = useQuery({ queryKey: ['practice', practice], queryFn: () => readPractice(practice) });
  const tab = tabs.find((each) => each === params.tab) ?? 'reviews';
  const href = (each: Tab) => `/practices/${practice}/evidence/${each}`;
  const title = found.data ? titleOf(found.data.titles) : '';
  return (
    <Page title={t('evidence.title')} lead={title}
      crumbs={[{ href: '/practices', label: t('evidence.bank') }, { href: `/practices/${practice}`, label: title || t('evidence.practice') }]}>
      <Tabs label={t('evidence.title')} tabs={tabs.map((each) => ({ href: href(each), label: t(`evidence.tab.${each}`) }))} current={href(tab)} />
      <Shown tab={tab} practice={practice} />
    </Page>
  );
}
