// A button: one filled (main) a screen; red (stop) only to stop the line or to say that something is lost.
import type { ReactNode, Ref } from 'react'
import { Button as AriaButton } from 'react-aria-components/Button'
import type { ButtonProps as AriaButtonProps } from 'react-aria-components/Button'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { LucideIcon } from './icon'
import styles from './button.module.css'

export type ButtonLook = 'main' | 'plain' | 'quiet' | 'stop'

interface ButtonShape {
  readonly look?: ButtonLook
  /** 56 px and more, for what sits under the thumb. */
  readonly large?: boolean
  readonly wide?: boolean
  readonly iconOnly?: boolean
}

/** The same look for a link: `<Link className={buttonClass({ look: 'main' })}>`. */
export const buttonClass = ({ look = 'plain', large, wide, iconOnly }: ButtonShape = {}): string =>
  classNames(
    styles.button,
    look !== 'plain' && styles[look],
    large && styles.large,
    wide && styles.wide,
    iconOnly && styles.icon,
  )

export interface ButtonProps extends Omit<AriaButtonProps, 'className' | 'style' | 'children'>, ButtonShape {
  readonly icon?: LucideIcon
  readonly children?: ReactNode
  readonly ref?: Ref<HTMLButtonElement>
  readonly className?: string | undefined
}

export const Button = ({
  look = 'plain',
  large = false,
  wide = false,
  iconOnly = false,
  icon,
  children,
  className,
  ...rest
}: ButtonProps) => (
  <AriaButton {...rest} className={classNames(buttonClass({ look, large, wide, iconOnly }), className)}>
    {icon && <Icon of={icon} size={18} />}
    {children}
  </AriaButton>
)
