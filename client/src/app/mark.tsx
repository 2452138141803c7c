// The mark: three strokes that step sideways.

export const Mark = ({ size = 22 }: { size?: number }) => (
  <svg width={size} height={size} viewBox="0 0 22 22" aria-hidden focusable={false}>
    <path
      d="M3 6h11M3 11h16M8 16h11"
      fill="none"
      stroke="currentColor"
      strokeWidth="2.6"
      strokeLinecap="round"
    />
  </svg>
)
