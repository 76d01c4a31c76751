// The sections of a passport, in the order in which a director asks about them.
import { Fragment, type ComponentChildren } from 'preact';
import { t } from '../../../lib/messages';
import { formatDay, monthName } from '../../../lib/dates';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import { Tag } from '../../../ui/Tag';
import type { Passport } from '../api';
import { codeText, languageOf, moneyText, rangeText, roleText, say, startText, wordOf } from '../model/words';
import { demand, measured, servicesOf } from '../../../lib/statement';
import type { Certainty, Money, Package, Source, Step, Words } from '../model/types';

export function Part({ id, title, children }: { id: string; title: string; children: ComponentChildren }) {
  return (
    <section class="passport-part" id={id} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>{title}</h2>
      {children}
    </section>
  );
}

export function Said({ words, class: name = 'thing-text' }: { words: Words | null | undefined; class?: string }) {
  const text = say(words);
  return text ? <p class={name} lang={languageOf(words)}>{text}</p> : null;
}

export function Checked({ mark }: { mark: Certainty }) {
  return <Tag tone={mark === 'verified' ? 'good' : mark === 'recalled' ? 'warning' : 'neutral'}>{t(`practices.checked.${mark}`)}</Tag>;
}

function SourceNote({ source }: { source: Source | null | undefined }) {
  return source ? <p class="thing-note"><Checked mark={source.checked} /> <span lang={languageOf(source.text)}>{say(source.text)}</span></p> : null;
}

interface ThingProps {
  title: Words;
  aside?: ComponentChildren;
  optional?: boolean;
  children?: ComponentChildren;
}

function Thing({ title, aside, optional, children }: ThingProps) {
  return (
    <li class="thing">
      <div>
        <p class="thing-title" lang={languageOf(title)}>{say(title)}</p>
        {children}
      </div>
      <div class="thing-aside">
        {aside}
        {optional && <Tag>{t('practices.desirable')}</Tag>}
      </div>
    </li>
  );
}

function Price({ money }: { money: Money }) {
  return <><span>{moneyText(money)}</span><Said words={money.note} class="thing-note" /></>;
}

export function Audience({ work }: { work: Package }) {
  const { groups, age, needs = [], care_forms: forms, note } = work.audience;
  return (
    <>
      <dl class="facts-list">
        <dt>{t('practices.audience')}</dt>
        <dd>{groups.map((code) => codeText('group', code)).join(', ')}</dd>
        {age && <><dt>{t('practices.age')}</dt><dd>{t('practices.years', { range: rangeText(age) })}</dd></>}
        {needs.length > 0 && <><dt>{t('practices.needs_of_people')}</dt><dd>{needs.map((code) => codeText('need', code)).join('; ')}</dd></>}
        <dt>{t('practices.care_forms')}</dt>
        <dd>{forms.map((code) => codeText('care_form', code)).join(', ')}</dd>
      </dl>
      <Said words={note} class="thing-note" />
      <div class="two-lists">
        {(work.indications ?? []).length > 0 && (
          <div>
            <h3>{t('practices.indications')}</h3>
            <ul class="bullets">{work.indications?.map((each) => <li key={each.id} lang={languageOf(each.text)}>{say(each.text)}</li>)}</ul>
          </div>
        )}
        {(work.contraindications ?? []).length > 0 && (
          <div>
            <h3>{t('practices.contraindications')}</h3>
            <ul class="bullets">
              {work.contraindications?.map((each) => (
                <li key={each.id}>
                  <span lang={languageOf(each.text)}>{say(each.text)}</span>{' '}
                  <Tag tone={each.action === 'refuse' ? 'danger' : 'warning'}>{t(`practices.action.${each.action}`)}</Tag>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </>
  );
}

export function Components({ work }: { work: Package }) {
  return (
    <div class="two-lists">
      {(['core', 'adaptable'] as const).map((side) => (
        <div key={side}>
          <h3>{t(`practices.components.${side}`)}</h3>
          <ul class="thing-list">{work.components[side].map((each) => <Thing key={each.id} title={each.title}><Said words={each.text} class="thing-note" /></Thing>)}</ul>
        </div>
      ))}
    </div>
  );
}

/** "15 minutes a service": what is counted in services needs no unit of its own. */
function normText({ norm_minutes: minutes, unit }: Package['services'][number]): string {
  if (!minutes) return t('practices.norm_region', { unit: codeText('unit', unit) });
  return unit === 'service' ? t('practices.norm_service', { minutes }) : t('practices.norm', { minutes, unit: codeText('unit', unit) });
}

export function Services({ work, codes, kinds }: { work: Package; codes: Map<string, string>; kinds: (code: string) => string }) {
  return (
    <ul class="thing-list">
      {work.services.map((each) => (
        <Thing key={each.id} title={each.title}
          aside={<>
            <strong>{normText(each)}</strong>
            {each.norm_source && <Checked mark={each.norm_source.checked} />}
            <span>{each.channels.map((channel) => t(`practices.channel.${channel}`)).join(', ')}</span>
            <span>{t(`practices.payment.${each.payment ?? 'set_by_region'}`)}</span>
          </>}>
          <p class="thing-note">{t('practices.service_line', { code: codes.get(each.id) ?? each.code, kind: kinds(each.kind) })}{each.group_size && ` · ${t('practices.group_of', { range: rangeText(each.group_size) })}`}</p>
          <Said words={each.description} />
          {each.norm_source && <p class="thing-note" lang={languageOf(each.norm_source.text)}>{t('practices.norm_from', { text: say(each.norm_source.text) })}</p>}
          {each.remote_conditions && <p class="thing-note" lang={languageOf(each.remote_conditions)}>{t('practices.remote_if', { text: say(each.remote_conditions) })}</p>}
        </Thing>
      ))}
    </ul>
  );
}

function Steps({ work, steps }: { work: Package; steps: readonly Step[] }) {
  return (
    <ol class="steps">
      {steps.map((step) => (
        <li key={step.id}>
          <div>
            <p lang={languageOf(step.text)}>{say(step.text)}</p>
            <p class="thing-note">{roleText(work, step.role)}{step.minutes ? ` · ${t('practices.minutes', { minutes: step.minutes })}` : ''}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}

export function Procedure({ work }: { work: Package }) {
  return (
    <div class="phases">
      {(['preparation', 'performance', 'completion'] as const).map((phase) => (
        <div key={phase}>
          <h3>{t(`practices.phase.${phase}`)}</h3>
          <Steps work={work} steps={work.procedure[phase]} />
        </div>
      ))}
    </div>
  );
}

export function Staff({ work }: { work: Package }) {
  const { staff = [], training = [] } = work.needs;
  return (
    <>
      <ul class="thing-list">
        {staff.map((each) => (
          <Thing key={each.id} title={each.position} optional={!each.mandatory}
            aside={<strong>{each.rate_hundredths ? t('practices.rate', { rate: formatNumber(each.rate_hundredths / 100, 2) }) : t('practices.set_by_region')}</strong>}>
            <Said words={each.qualification.title} class="thing-note" />
            <Said words={each.duties} />
            <SourceNote source={each.source} />
          </Thing>
        ))}
      </ul>
      {training.length > 0 && <h3>{t('practices.training')}</h3>}
      <ul class="thing-list">
        {training.map((each) => (
          <Thing key={each.id} title={each.title} optional={!each.mandatory} aside={<strong>{t('practices.hours', { hours: each.hours })}</strong>}>
            <p class="thing-note">{roleText(work, each.role)} · {wordOf('proof', each.proof)}</p>
            <Said words={each.note} class="thing-note" />
          </Thing>
        ))}
      </ul>
    </>
  );
}

export function Rooms({ work }: { work: Package }) {
  return (
    <ul class="thing-list">
      {work.needs.rooms?.map((each) => (
        <Thing key={each.id} title={each.title} optional={!each.mandatory}
          aside={<>
            {each.area_m2 && <strong>{t('practices.area', { area: each.area_m2 })}</strong>}
            {each.capacity && <span>{t('practices.capacity', { count: each.capacity })}</span>}
            {each.exclusive && <span>{t('practices.exclusive')}</span>}
          </>}>
          <Said words={each.requirements} class="thing-note" />
        </Thing>
      ))}
    </ul>
  );
}

export function Equipment({ work, prices }: { work: Package; prices: Passport['prices'] }) {
  const priceOf = (need: { kind: string; price: Money }) => {
    const ours = need.kind === 'other' ? undefined : prices.find((price) => price.kind === need.kind);
    if (need.price.amount_kopecks !== undefined || !ours) return <Price money={need.price} />;
    return <span>{t('practices.price_of_region', { amount: formatMoney(ours.amount_kopecks, 'RUB'), day: formatDay(ours.as_of) })}</span>;
  };
  return (
    <ul class="thing-list">
      {work.needs.equipment?.map((each) => (
        <Thing key={each.id} title={each.title} optional={!each.mandatory}
          aside={<><strong>{t('practices.pieces', { count: each.count })}</strong>{priceOf(each)}{each.lendable && <Tag tone="info">{t('practices.lendable')}</Tag>}</>}>
          <Said words={each.note} class="thing-note" />
        </Thing>
      ))}
    </ul>
  );
}

export function Documents({ work, file }: { work: Package; file: (path: Words) => string }) {
  return (
    <ul class="thing-list">
      {work.needs.documents?.map((each) => {
        const template = work.document_templates?.find((one) => one.id === each.template);
        return (
          <Thing key={each.id} title={each.title} optional={!each.mandatory}
            aside={<><span>{wordOf('document', each.kind)}</span>{template && <a href={file(template.file)} download>{t('practices.template')}</a>}</>}>
            <p class="thing-note">{t('practices.closed_by', { proof: wordOf('proof', each.proof) })}</p>
            <Said words={each.note} class="thing-note" />
          </Thing>
        );
      })}
    </ul>
  );
}

export function Standard({ work, practice }: { work: Package; practice: string }) {
  return (
    <>
      <ul class="thing-list">
        {work.standard.statements.map((each) => (
          <Thing key={each.id} title={each.title} aside={<strong>{measured(each)}</strong>}>
            <p>{demand(work, each)}</p>
            {each.kind !== 'presence' && <p class="thing-note">{t('practices.demand.services', { services: servicesOf(work, each) })}</p>}
            <Said words={each.idea} class="thing-note" />
          </Thing>
        ))}
      </ul>
      <p class="no-print"><a href={`/standards?practice=${practice}`}>{t('practices.standards_of_region')}</a></p>
    </>
  );
}

export function RolloutPlan({ work }: { work: Package }) {
  const { steps, lag_days: lag } = work.rollout;
  return (
    <>
      <ol class="steps">
        {steps.map((each) => (
          <li key={each.id}>
            <div>
              <p class="thing-title" lang={languageOf(each.title)}>{say(each.title)}</p>
              <Said words={each.text} />
              <p class="thing-note">
                {[each.role && roleText(work, each.role), each.days ? t('practices.days', { days: each.days }) : '', each.proof && wordOf('proof', each.proof), each.mandatory === false && t('practices.desirable')].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {lag && <p class="thing-note">{t('practices.lag', { ready: lag.ready, start: lag.start, deliver: lag.deliver })}</p>}
    </>
  );
}

export function Floor({ work }: { work: Package }) {
  const { measure, at_least: count, period, sustained_periods: running, off_season: off = [], reason } = work.floor;
  const months = off.map(monthName);
  return (
    <>
      <p class="thing-title">{t('practices.floor_text', { measure, count, period })}</p>
      <p>{t('practices.floor_running', { count: running ?? 4, period })}</p>
      {months.length > 0 && <p>{t('practices.floor_off', { months: months.join(', ') })}</p>}
      <Said words={reason} class="thing-note" />
    </>
  );
}

export function Costs({ work, passport }: { work: Package; passport: Passport }) {
  return (
    <>
      <dl class="facts-list">
        {(['start', 'monthly', 'per_recipient'] as const).map((name) => (
          <Fragment key={name}>
            <dt>{t(`practices.cost.${name}`)}</dt>
            <dd>{name === 'start' ? <><span>{startText(passport, work.cost.start)}</span><Said words={work.cost.start.note} class="thing-note" /></> : <Price money={work.cost[name]} />}</dd>
          </Fragment>
        ))}
      </dl>
      {(work.needs.budget ?? []).length > 0 && <h3>{t('practices.budget')}</h3>}
      <ul class="thing-list">
        {work.needs.budget?.map((each) => <Thing key={each.id} title={each.title} optional={!each.mandatory} aside={<Price money={each.amount} />}><p class="thing-note">{wordOf('when', each.when)}</p></Thing>)}
      </ul>
    </>
  );
}

export function Laws({ work }: { work: Package }) {
  return (
    <>
      <p class="thing-note">{t('practices.law_hint')}</p>
      <ul class="thing-list">
        {work.legal_basis?.map((each) => (
          <Thing key={each.id} title={each.title} aside={<Checked mark={each.checked} />}>
            <p class="thing-note">
              {[each.number && t('practices.law_number', { number: each.number }), each.date && t('practices.law_date', { day: formatDay(each.date) }), each.region,
                each.valid_to && t('practices.law_until', { day: formatDay(each.valid_to) })].filter(Boolean).join(' · ')}
            </p>
            <Said words={each.note} class="thing-note" />
          </Thing>
        ))}
      </ul>
    </>
  );
}

export function Indicators({ work }: { work: Package }) {
  return (
    <ul class="thing-list">
      {work.indicators?.map((each) => (
        <Thing key={each.id} title={each.title} aside={<><Tag>{t(`practices.indicator.${each.kind}`)}</Tag><Said words={each.target} /></>}>
          <Said words={each.how} class="thing-note" />
        </Thing>
      ))}
    </ul>
  );
}

export function Risks({ work }: { work: Package }) {
  return (
    <ul class="thing-list">
      {work.risks?.map((each) => (
        <Thing key={each.id} title={each.risk}>
          <p class="thing-text" lang={languageOf(each.mitigation)}>{t('practices.mitigation', { text: say(each.mitigation) })}</p>
        </Thing>
      ))}
    </ul>
  );
}
