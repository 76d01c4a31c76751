import { formatDay, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Icon } from '../../../ui/Icon';
import { ordered, type Forecast, type Stage, type StageState } from '../model/types';

const way: readonly Stage[] = ['assigned', 'chosen', 'preparing', 'ready', 'started', 'delivering', 'sustained'];

export interface StageTrackProps {
  state: StageState;
  first: Partial<Record<Stage, Day>>;
  forecast: Forecast;
}

/** The way from the order to steady delivery: what was reached and when, what comes and when it is expected. */
export function StageTrack({ state, first, forecast }: StageTrackProps) {
  const own = !ordered(state);
  const furthest = Math.max(...way.map((stage, index) => (first[stage] || stage === state.stage ? index : 0)));
  return (
    <ol class="stage-track" aria-label={t('rollout.track')}>
      {way.map((stage, index) => {
        const done = index < furthest || (index === furthest && state.stage !== stage);
        const current = stage === state.stage;
        const expected = index > furthest ? forecast[stage as keyof Forecast] : null;
        const words = current ? 'current' : done ? 'done' : 'ahead';
        return (
          <li key={stage} class={words} aria-current={current ? 'step' : undefined}>
            <span class="stage-dot">{done ? <Icon name="check" /> : index + 1}</span>
            <span class="stage-name">
              {own && stage === 'assigned' ? t('rollout.track.own') : t(`rollout.stage.${stage}`)}
              <span class="visually-hidden">, {t(`rollout.track.${words}`)}</span>
            </span>
            <span class="stage-day">
              {first[stage] ? formatDay(first[stage]) : expected ? t('rollout.track.expected', { day: formatDay(expected) }) : ' '}
            </span>
            {!own && stage === state.target && <span class="stage-target">{t('rollout.track.target')}</span>}
          </li>
        );
      })}
    </ol>
  );
}
