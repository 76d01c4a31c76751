const shapes = {
  search: 'M9 3.5a5.5 5.5 0 1 0 0 11a5.5 5.5 0 1 0 0-11M13 13l4 4',
  menu: 'M3 5.5h14M3 10h14M3 14.5h14',
  close: 'M5 5l10 10M15 5L5 15',
  calendar: 'M3.5 5h13v11.5h-13zM3.5 8.5h13M7 3v3.5M13 3v3.5',
  down: 'M5 7.5l5 5l5-5',
  left: 'M12.5 5l-5 5l5 5',
  right: 'M7.5 5l5 5l-5 5',
  ascending: 'M10 16V4.5M5.5 9L10 4.5L14.5 9',
  descending: 'M10 4v11.5M5.5 11l4.5 4.5l4.5-4.5',
  check: 'M4 10.5l4 4l8-9',
  person: 'M10 3.5a3 3 0 1 0 0 6a3 3 0 1 0 0-6M4 16.5c.6-3 3-4.5 6-4.5s5.4 1.5 6 4.5',
  file: 'M5.5 3h6l3.5 3.5V17h-9.5zM11 3v4h4',
  upload: 'M10 14V4M6 8l4-4l4 4M4 16.5h12',
  more: 'M10 5v.01M10 10v.01M10 15v.01',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  );
}
