// What people do to a board's shape, at random: lanes, column groups, limits of every scope, marks, columns with cards.
import {
  addLane,
  archiveLane,
  CLASSES,
  dissolveGroup,
  keepBrokenLimit,
  LIMIT_KINDS,
  moveCard,
  moveLane,
  putInGroup,
  raiseBrokenLimit,
  removeColumn,
  renameGroup,
  renameLane,
  restoreColumn,
  restoreListed,
  setLimit,
  setMark,
  WHOLE_BOARD,
} from '@yokoten/shared/board'
import { columnOf, pickOr, WHY, word } from './scene'
import type { Acts, Scene } from './scene'

const laneOf = ({ board, chance }: Scene) =>
  pickOr(
    chance,
    board.get().lanes.map(({ id }) => id),
  )
const groupOf = ({ board, chance }: Scene) => pickOr(chance, [...board.get().groups.keys()].sort())

function changeLanes(scene: Scene): void {
  const { board, chance } = scene
  const lane = laneOf(scene)
  const kind = chance.below(6)
  if (lane === undefined || kind === 0) board.run(addLane, { name: word(chance), rest: 'Rest' })
  else if (kind === 1) board.run(renameLane, { lane, name: word(chance) })
  else if (kind === 2) board.run(moveLane, { lane, after: laneOf(scene) ?? null })
  else if (kind === 3) board.run(archiveLane, { lane })
  else {
    const away = [...board.get().basis.tables.lanes.values()].filter((one) => one.archived)
    const back = pickOr(chance, away)
    if (back) board.run(restoreListed, { list: 'lanes', id: back.id })
  }
}

function changeGroups(scene: Scene): void {
  const { board, chance } = scene
  const column = columnOf(scene)
  const group = groupOf(scene)
  const kind = chance.below(8)
  if (group === undefined || kind === 0) board.run(putInGroup, { column, group: { name: word(chance) } })
  else if (kind === 1) board.run(renameGroup, { group, name: word(chance) })
  else if (kind === 2) board.run(dissolveGroup, { group })
  else if (kind === 3) board.run(putInGroup, { column, group: null })
  else board.run(putInGroup, { column, group: { id: group } })
}

function limitAnything(scene: Scene): void {
  const { board, chance, people } = scene
  const kind = chance.pick(LIMIT_KINDS)
  const ids = {
    column: () => columnOf(scene),
    group: () => groupOf(scene) ?? '',
    lane: () => laneOf(scene) ?? '',
    class: () => chance.pick(CLASSES),
    person: () => chance.pick(people),
    board: () => WHOLE_BOARD,
  }
  const scope = { kind, id: ids[kind]() }
  board.run(setLimit, { scope, limit: chance.pick([null, 1, 2, 3, 5]), why: WHY })
}

export const STRUCTURE_ACTS: Acts = [
  [5, changeLanes],
  [
    8,
    (scene, card) => {
      const { board, chance } = scene
      const to = chance.happens(0.5) ? board.get().journeys.get(card)?.column : columnOf(scene)
      const lane = laneOf(scene)
      board.run(moveCard, {
        card,
        to: to ?? columnOf(scene),
        ...(lane === undefined ? {} : { lane }),
        why: WHY,
      })
    },
  ],
  // Nobody says why, so that no limit may be passed.
  [8, (scene, card) => void scene.board.run(moveCard, { card, to: columnOf(scene) })],
  [4, changeGroups],
  [7, limitAnything],
  [
    2,
    (scene) => {
      const mark = scene.chance.pick(['start', 'finish'] as const)
      scene.board.run(setMark, { mark, column: columnOf(scene), why: WHY })
    },
  ],
  [
    2,
    (scene) => {
      const moveTo = columnOf(scene)
      scene.board.run(removeColumn, {
        column: columnOf(scene),
        moveTo,
        ...(scene.chance.happens(0.5) ? { why: WHY } : {}),
      })
    },
  ],
  [
    3,
    ({ board, chance }) => {
      const column = pickOr(chance, board.get().archivedColumns)
      if (column) board.run(restoreColumn, { column: column.id })
    },
  ],
  [
    2,
    ({ board, chance }) => {
      const broken = pickOr(chance, board.get().brokenLimits)
      if (!broken) return
      const { scope } = broken
      board.run(chance.happens(0.5) ? raiseBrokenLimit : keepBrokenLimit, { scope, why: WHY })
    },
  ],
]
