// An icon beside or instead of a word: lucide's drawings at our weight, silent for screen readers.
import type { LucideIcon } from 'lucide-react'

export type { LucideIcon }

/** `size` is in px. The word beside it, or the control's label, says what it means. */
export const Icon = ({ of: Drawing, size = 20 }: { of: LucideIcon; size?: number }) => (
  <Drawing size={size} strokeWidth={1.8} aria-hidden focusable={false} />
)
