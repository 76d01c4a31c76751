import { useQuery } from '@tanstack/preact-query';
import { useRoute } from 'preact-iso';
import { namer, useOrganisations } from '../../../lib/directory';
import { formatDay, formatMonthLong } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { Loaded } from '../../../ui/Loaded';
import { Page } from '../../../ui/Page';
import { getAssessment, getPerson, type Assessment } from '../api';
import { Calculation, Payment } from '../components/Calculation';
import { Changes } from '../components/Changes';
import '../components/Payment.css';
import { monthsBefore } from '../model/form';
import { nameOf } from '../model/person';
import { money } from '../model/words';

function Incomes({ input }: { input: Assessment['input'] }) {
  if (input.members.length === 0) return <p class="muted">{t('payment.no_incomes')}</p>;
  return (
    <div class="pay-grid-frame" tabIndex={0} role="region" aria-label={t('payment.incomes')}>
      <table class="pay-table">
        <thead>
          <tr>
            <th scope="col">{t('payment.month')}</th>
            {input.members.map((each, at) => <th key={at} scope="col" class="end">{each.who}</th>)}
          </tr>
        </thead>
        <tbody>
          {monthsBefore(input.applied_on).map((month, row) => (
            <tr key={month}>
              <th scope="row">{formatMonthLong(month)}</th>
              {input.members.map((each, at) => <td key={at} class="end">{money(each.incomes[row] ?? 0)}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Sheet({ assessment, name }: { assessment: Assessment; name: string }) {
  const place = namer(useOrganisations().data, (each) => each.title);
  const { input } = assessment;
  const lines = [
    [t('payment.recipient'), name],
    [t('payment.organisation'), place(assessment.organisation)],
    [t('payment.care_form'), t(`payment.care_form.${input.care_form}`)],
    [t('payment.area'), t(`payment.area.${input.area}`)],
    [t('payment.applied_on'), formatDay(input.applied_on)],
    [t('payment.effective_on'), formatDay(input.effective_on)],
    [t('payment.recorded_on'), [formatDay(assessment.recorded_on), assessment.recorded_by].filter(Boolean).join(', ')],
    ...(assessment.reason ? [[t('payment.reason'), assessment.reason]] : []),
  ];
  return (
    <div class="stack">
      <section class="card stack" aria-label={t('payment.now')}>
        <Payment calculation={assessment.calculation} />
        <dl class="facts-list">{lines.map(([label, value]) => [<dt key={label}>{label}</dt>, <dd key={`${label} value`}>{value}</dd>])}</dl>
      </section>
      {assessment.changes.length > 0 && (
        <section class="card" aria-label={t('payment.changes')}>
          <h2>{t('payment.changes')}</h2>
          <Changes changes={assessment.changes} />
        </section>
      )}
      <section class="card" aria-label={t('payment.calculation')}>
        <h2>{t('payment.calculation')}</h2>
        <Calculation calculation={assessment.calculation} />
      </section>
      <section class="card">
        <h2>{t('payment.incomes')}</h2>
        <Incomes input={input} />
      </section>
      <div class="print-only pay-signs">
        <p>{t('payment.signed_by_centre')}</p>
        <p>{t('payment.signed_by_recipient')}</p>
      </div>
    </div>
  );
}

/** One assessment as it was recorded, for the screen and for paper. */
export default function AssessmentPage() {
  const { params } = useRoute();
  const person = params.person ?? '';
  const id = params.assessment ?? '';
  const card = useQuery({ queryKey: ['persons', 'card', person], queryFn: () => getPerson(person) });
  const assessment = useQuery({ queryKey: ['payment', person, id], queryFn: () => getAssessment(id) });
  const name = card.data ? nameOf(card.data.person) : '';
  return (
    <Page
      title={t('payment.sheet')}
      crumbs={[{ href: '/recipients', label: t('payment.recipients') }, ...(name ? [{ href: `/recipients/${person}`, label: name }] : []), { href: `/recipients/${person}/payment`, label: t('payment.title') }]}
      actions={<Button onClick={() => print()}>{t('payment.print')}</Button>}
    >
      <Loaded query={assessment}>{(found) => <Sheet assessment={found} name={name} />}</Loaded>
    </Page>
  );
}
