import { useEffect, useState } from 'preact/hooks';
import { formatDayLong, type Day } from '../../../lib/dates';
import { t } from '../../../lib/messages';
import { Button } from '../../../ui/Button';
import { DateField } from '../../../ui/DateField';
import { monthEnds } from '../model/days';

export interface DayBarProps {
  day: Day | null;
  today: Day;
  busy: boolean;
  onChange(day: Day | null): void;
}

const months = 12;

/** The matrix as it was: by month along the slider, or any day as typed. */
export function DayBar({ day, today, busy, onChange }: DayBarProps) {
  const ends = monthEnds(today, months);
  const settled = day ? Math.max(0, ends.findIndex((end) => end >= day)) : months;
  const [at, setAt] = useState(settled);
  const [playing, setPlaying] = useState(false);
  useEffect(() => setAt(settled), [settled]);

  const go = (index: number) => {
    setAt(index);
    onChange(index >= months ? null : (ends[index] ?? null));
  };
  useEffect(() => {
    // The next month waits for the last one: a slow server is not asked twice.
    if (!playing || busy) return;
    if (at >= months) return setPlaying(false);
    const timer = setTimeout(() => go(at + 1), 900);
    return () => clearTimeout(timer);
  }, [playing, busy, at]);

  const shown = at === settled && day ? day : (ends[at] ?? today);
  const words = at === months && !day ? t('rollout.day.now', { day: formatDayLong(today) }) : formatDayLong(shown);
  return (
    <div class="day-bar" role="group" aria-label={t('rollout.day')}>
      <DateField name="day" label={t('rollout.day')} required value={day ?? today} max={today} onChange={(next) => onChange(next && next < today ? next : null)} />
      <div class="day-slider">
        <input
          type="range"
          min={0}
          max={months}
          step={1}
          value={at}
          aria-label={t('rollout.day.slider')}
          aria-valuetext={words}
          onInput={(event) => {
            setPlaying(false);
            setAt(Number(event.currentTarget.value));
          }}
          onChange={(event) => go(Number(event.currentTarget.value))}
        />
        <output class="day-words">{words}</output>
      </div>
      <div class="day-actions">
        <Button
          onClick={() => {
            if (!playing && at >= months) go(0);
            setPlaying(!playing);
          }}
        >
          {playing ? t('rollout.day.pause') : t('rollout.day.play')}
        </Button>
        {day && (
          <Button
            kind="quiet"
            onClick={() => {
              setPlaying(false);
              go(months);
            }}
          >
            {t('rollout.day.today')}
          </Button>
        )}
      </div>
    </div>
  );
}
