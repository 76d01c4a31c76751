import './Matrix.css';
import type { Colour } from './matrix_model';

const half = (
  <>
    <circle cx="7" cy="7" r="4.6" class="sign-ring" />
    <path d="M7 2.4a4.6 4.6 0 0 0 0 9.2z" class="sign-body" />
  </>
);
const slash = <path d="M3 11L11 3" class="sign-line" />;

// Drawn, not typed: the signs are in none of our fonts, and the fonts of the machine differ.
const shapes: Record<Exclude<Colour, 'none'>, preact.JSX.Element> = {
  reached: <path d="M2.5 7.5l3 3l6-7" class="sign-line" />,
  overdue: <path d="M7 2v6.2M7 11.4v.2" class="sign-line" />,
  lapsed: <path d="M7 2v9.5M3 7.7l4 4l4-4" class="sign-line" />,
  late_forecast: <path d="M7 2.5L12.5 12h-11z" class="sign-body" />,
  before_preparing: <circle cx="7" cy="7" r="4.6" class="sign-ring" />,
  under_way: half,
  kept: <path d="M2.5 7.5l3 3l6-7" class="sign-line" />,
  waiting: half,
  partly: <path d="M7 2.5L12.5 12h-11z" class="sign-body" />,
  broken: <path d="M3 3l8 8M11 3l-8 8" class="sign-line" />,
  waived: slash,
  unjudged: <circle cx="7" cy="7" r="4.6" class="sign-ring" />,
  stopped: <path d="M3.5 7h7" class="sign-line" />,
  exempt: slash,
};

export function MatrixSign({ colour }: { colour: Colour }) {
  if (colour === 'none') return null;
  return (
    <svg class="sign" viewBox="0 0 14 14" aria-hidden="true" focusable="false">
      {shapes[colour]}
    </svg>
  );
}
