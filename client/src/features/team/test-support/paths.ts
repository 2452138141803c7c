// Addresses for component tests.
import type { TeamPaths } from '../paths'

export const testPaths: TeamPaths = {
  team: '/team',
  purpose: '/team/purpose',
  leading: '/team/leading',
  line: '/team/line',
  card: (board, card) => `/board/${board}?card=${card}`,
  step: (map, node) => `/map/${map}?step=${node}`,
}
