import * as picker from '@zag-js/date-picker';
import { normalizeProps, useMachine } from '@zag-js/preact';
import { useId } from 'preact/hooks';
import { formatDayLong, locale, monthName, weekdayNames, type Day } from '../lib/dates';
import { t } from '../lib/messages';
import { Icon } from './Icon';

export interface CalendarProps {
  value: Day | null;
  min?: Day | undefined;
  max?: Day | undefined;
  onChoose(day: Day): void;
}

export function Calendar({ value, min, max, onChoose }: CalendarProps) {
  const service = useMachine(picker.machine, {
    id: useId(),
    inline: true,
    locale: locale(),
    startOfWeek: 1,
    fixedWeeks: true,
    defaultValue: value ? [picker.parse(value)] : [],
    min: min ? picker.parse(min) : undefined,
    max: max ? picker.parse(max) : undefined,
    translations: {
      dayCell: (state) => state.valueText,
      nextTrigger: () => t('ui.next_month'),
      prevTrigger: () => t('ui.previous_month'),
      content: t('ui.calendar'),
      monthSelect: t('ui.month'),
      yearSelect: t('ui.year'),
    },
    onValueChange: ({ value: chosen }) => {
      if (chosen[0]) onChoose(chosen[0].toString().slice(0, 10));
    },
  });
  const api = picker.connect(service, normalizeProps);
  return (
    <div class="calendar" {...api.getContentProps()}>
      <div class="calendar-head" {...api.getViewControlProps({ view: 'day' })}>
        <button class="button quiet bare" type="button" {...api.getPrevTriggerProps()}>
          <Icon name="left" />
        </button>
        <select class="input select" {...api.getMonthSelectProps()}>
          {api.getMonths().map((month) => (
            <option key={month.value} value={month.value} selected={api.focusedValue.month === month.value}>
              {monthName(month.value)}
            </option>
          ))}
        </select>
        <select class="input select" {...api.getYearSelectProps()}>
          {api.getYears().map((year) => (
            <option key={year.value} value={year.value} selected={api.focusedValue.year === year.value}>
              {year.label}
            </option>
          ))}
        </select>
        <button class="button quiet bare" type="button" {...api.getNextTriggerProps()}>
          <Icon name="right" />
        </button>
      </div>
      <table {...api.getTableProps({ view: 'day' })}>
        <thead {...api.getTableHeaderProps({ view: 'day' })}>
          <tr {...api.getTableRowProps({ view: 'day' })}>
            {weekdayNames('long').map((name, at) => (
              <th key={name} scope="col">
                <span aria-hidden="true">{weekdayNames('short')[at]}</span>
                <span class="visually-hidden">{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody {...api.getTableBodyProps({ view: 'day' })}>
          {api.weeks.map((week) => (
            <tr key={week[0]?.toString()} {...api.getTableRowProps({ view: 'day' })}>
              {week.map((day) => (
                <td key={day.toString()} {...api.getDayTableCellProps({ value: day })}>
                  <div class="calendar-day" {...api.getDayTableCellTriggerProps({ value: day })} aria-label={formatDayLong(day.toString())}>
                    {day.day}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
