// The right column's second section: whose turn it is this week.
export const TurnsSection = () => null
