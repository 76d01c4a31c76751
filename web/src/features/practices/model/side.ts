// Up to four practices beside each other: what a director asks of each before choosing.
import { t } from '../../../lib/messages';
import { formatMoney, formatNumber } from '../../../lib/numbers';
import type { Passport } from '../api';
import { demand, measured } from '../../../lib/statement';
import { codeText, moneyText, rangeText, say, startText } from './words';

export const most = 4;

export interface SideRow {
  key: string;
  title: string;
  /** For each practice its lines. */
  cells: string[][];
  differs: boolean;
}

/** "id@1.2.0,id@2.0.0": more than four, or what is no pair, is left out. */
export function readSides(text: string | undefined): { practice: string; version: string }[] {
  const out = (text ?? '').split(',').flatMap((each) => {
    const [practice, version] = each.split('@');
    return practice && version ? [{ practice, version }] : [];
  });
  return out.filter((each, index) => out.findIndex((other) => other.practice === each.practice && other.version === each.version) === index).slice(0, most);
}

export function writeSides(sides: readonly { practice: string; version: string }[]): string {
  return `/practices/side?of=${sides.map(({ practice, version }) => `${practice}@${version}`).join(',')}`;
}

const desirable = (mandatory: boolean | undefined) => (mandatory === false ? `, ${t('practices.desirable')}` : '');

function equipmentOf({ package: work, prices }: Passport): string[] {
  return (work.needs.equipment ?? []).map((each) => {
    const known = each.price?.amount_kopecks ?? prices.find((price) => price.kind === each.kind)?.amount_kopecks;
    const cost = known === undefined ? t('practices.side.no_price') : formatMoney(known * (each.count ?? 1), 'RUB');
    return `${say(each.title)} × ${formatNumber(each.count ?? 1)}: ${cost}${desirable(each.mandatory)}`;
  });
}

function minutesOf({ package: work }: Passport): string[] {
  return work.services.map((each) => `${say(each.title)}: ${each.norm_minutes ? t('practices.minutes', { minutes: each.norm_minutes }) : t('practices.set_by_region')}`);
}

const parts: [string, () => string, (passport: Passport) => string[]][] = [
  ['audience', () => t('practices.audience'), ({ package: work }) => [
    ...work.audience.groups.map((code) => codeText('group', code)),
    ...(work.audience.age ? [t('practices.years', { range: rangeText(work.audience.age) })] : []),
  ]],
  ['where', () => t('practices.where'), ({ package: work }) => [...new Set(work.services.flatMap((each) => each.channels))].map((channel) => t(`practices.channel.${channel}`))],
  ['duration', () => t('practices.side.duration'), minutesOf],
  ['staff', () => t('practices.part.staff'), ({ package: work }) =>
    (work.needs.staff ?? []).map((each) => `${say(each.position)}: ${formatNumber((each.rate_hundredths ?? 0) / 100, 2)}${desirable(each.mandatory)}`)],
  ['rooms', () => t('practices.part.rooms'), ({ package: work }) => (work.needs.rooms ?? []).map((each) => `${say(each.title)}${desirable(each.mandatory)}`)],
  ['equipment', () => t('practices.part.equipment'), equipmentOf],
  ['start', () => t('practices.cost.start'), (passport) => [startText(passport, passport.package.cost.start)]],
  ['monthly', () => t('practices.cost.monthly'), ({ package: work }) => [moneyText(work.cost.monthly)]],
  ['recipient', () => t('practices.cost.per_recipient'), ({ package: work }) => [moneyText(work.cost.per_recipient)]],
  ['standard', () => t('practices.part.standard'), ({ package: work }) => work.standard.statements.map((each) => `${demand(work, each)}; ${measured(each)}`)],
  ['floor', () => t('practices.part.floor'), ({ package: { floor } }) => [t('practices.floor_text', { measure: floor.measure, count: floor.at_least, period: floor.period })]],
  ['evidence', () => t('practices.evidence'), ({ evidence_level: level }) => [t('practices.side.level', { level })]],
];

export function sideRows(passports: readonly Passport[]): SideRow[] {
  return parts.map(([key, title, lines]) => {
    const cells = passports.map(lines);
    const words = cells.map((cell) => cell.join('\n'));
    return { key, title: title(), cells, differs: words.some((each) => each !== words[0]) };
  });
}
