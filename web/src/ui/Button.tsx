import type { ComponentChildren, JSX, Ref } from 'preact';
import { Icon, type IconName } from './Icon';

export interface ButtonProps extends Omit<JSX.HTMLAttributes<HTMLButtonElement>, 'icon' | 'ref'> {
  kind?: 'primary' | 'secondary' | 'quiet' | 'danger';
  icon?: IconName;
  /** The name of a button that shows only its icon. */
  name?: string;
  busy?: boolean;
  type?: 'button' | 'submit';
  disabled?: boolean;
  children?: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button({ kind = 'secondary', icon, name, busy, type = 'button', children, class: extra, buttonRef, onClick, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      ref={buttonRef}
      type={type}
      class={`button ${kind} ${children ? '' : 'bare'} ${extra ?? ''}`}
      aria-label={name}
      title={name}
      // A disabled button would lose the focus while the answer is awaited.
      aria-disabled={busy ? true : undefined}
      aria-busy={busy ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {icon && <Icon name={icon} />}
      {children && <span>{children}</span>}
    </button>
  );
}
