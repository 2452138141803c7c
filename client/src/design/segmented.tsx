// A few views or values side by side, exactly one chosen.
import { ToggleButton } from 'react-aria-components/ToggleButton'
import { ToggleButtonGroup } from 'react-aria-components/ToggleButtonGroup'
import { classNames } from './class-names'
import { Icon } from './icon'
import type { LucideIcon } from './icon'
import styles from './segmented.module.css'

export interface Segment<T extends string> {
  readonly id: T
  readonly label: string
  readonly icon?: LucideIcon
  readonly isDisabled?: boolean
}

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly segments: readonly Segment<T>[]
  readonly value: T
  readonly onChange: (value: T) => void
  readonly wide?: boolean
}

export function Segmented<T extends string>({
  label,
  segments,
  value,
  onChange,
  wide = false,
}: SegmentedProps<T>) {
  return (
    <ToggleButtonGroup
      aria-label={label}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={[value]}
      onSelectionChange={(keys) => {
        const chosen = segments.find((segment) => keys.has(segment.id))
        if (chosen) onChange(chosen.id)
      }}
      className={classNames(styles.group, wide && styles.wide)}
    >
      {segments.map((segment) => (
        <ToggleButton
          key={segment.id}
          id={segment.id}
          isDisabled={segment.isDisabled ?? false}
          className={styles.part ?? ''}
        >
          {segment.icon && <Icon of={segment.icon} size={16} />}
          {segment.label}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  )
}
