// The decision log.
export const DecisionsPage = () => null
