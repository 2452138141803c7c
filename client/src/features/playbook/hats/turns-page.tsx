// Hats and their turns.
export const TurnsPage = () => null
