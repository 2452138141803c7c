// The right column's first section: what waits for this person's voice.
export const WaitingSection = () => null
