// What the keyboard and the palette can do on the board: each act described once.
import type { BoardSnapshot } from '@yokoten/shared/board'
import {
  BUILT_IN,
  isEmptyFilter,
  joinCard,
  laneIn,
  leaveCard,
  placeOf,
  spokenId,
} from '@yokoten/shared/board'
import type { DocumentHandle } from '../../session/api'
import type { Action } from '../../input'
import { text } from '../../text'
import type { BoardActs } from './acts'
import { announce } from './announcer'
import { createBulkActs } from './finding/bulk-acts'
import { chooseAllBeside, toggleChosen } from './finding/choose'
import { copyCardLink, copyViewLink } from './finding/copy-link'
import { clearFilter } from './finding/use-filter'
import { cardAtHand, focusCard } from './focus'
import { placeIndex, placesOf } from './places'
import { useBoardUi } from './ui-store'
import { cardNamed } from './words'

/** What a rule may go by of an act on a card. */
export interface CardFacts {
  readonly column?: string
  readonly classOfService?: string
}

const factsOf = (board: BoardSnapshot, card: string): CardFacts => {
  const column = board.journeys.get(card)?.column
  const classOfService = board.cards.get(card)?.classOfService
  return { ...(column !== undefined && { column }), ...(classOfService !== undefined && { classOfService }) }
}

interface BoardActionsNeeds {
  readonly handle: DocumentHandle<BoardSnapshot>
  readonly acts: BoardActs
  readonly canWrite: boolean
  readonly me: string | undefined
  takeNext(): void
  openCard(card: string): void
  readonly openWall?: (() => void) | undefined
  readonly askTeam?: ((card: string, named: string) => void) | undefined
  /** Answers who may do what with a card. */
  readonly askCanI?: ((facts: CardFacts) => void) | undefined
}

/** Moves the focused card by one column or one place. */
function nudge(board: BoardSnapshot, acts: BoardActs, card: string, dx: number, dy: number): void {
  const place = placeOf(board, card)
  if (!place) return
  if (dx !== 0) {
    const places = placesOf(board.columns)
    const target = places[placeIndex(places, place.column.id, place.half) + dx]
    if (target) acts.move({ card, to: target.column.id, half: target.half })
  } else {
    const lane = laneIn(board.basis.frame, board.journeys.get(card))
    const list = (place.column.cells?.get(lane ?? '') ?? place.column)[place.half]
    const index = list.indexOf(card)
    const neighbour = list[index + dy]
    if (neighbour !== undefined)
      acts.move({
        card,
        to: place.column.id,
        half: place.half,
        at: dy > 0 ? { after: neighbour } : { before: neighbour },
      })
  }
  focusCard(card)
}

/** Moves the focused card to the lane above or below, at the end of it. */
function nudgeLane(board: BoardSnapshot, acts: BoardActs, card: string, step: number): void {
  const place = placeOf(board, card)
  const lane = laneIn(board.basis.frame, board.journeys.get(card))
  const target = board.lanes[board.lanes.findIndex((one) => one.id === lane) + step]
  if (!place || !target) return
  acts.move({ card, to: place.column.id, half: place.half, lane: target.id })
  focusCard(card)
}

/** What is offered on the board: only looking, where one cannot write. */
export function boardActions({
  handle,
  acts,
  canWrite,
  me,
  takeNext,
  openCard,
  openWall,
  askTeam,
  askCanI,
}: BoardActionsNeeds): Action[] {
  const group = text('board.group')
  const { open, showSearch } = useBoardUi.getState()
  const isFiltered = () => !isEmptyFilter(useBoardUi.getState().filter)
  const hasCard = () => cardAtHand() !== undefined
  const onCard = (act: (card: string) => void) => () => {
    const card = cardAtHand()
    if (card !== undefined) act(card)
  }
  const looking: Action[] = [
    {
      id: 'board.search',
      label: text('board.search'),
      keys: ['/', 'Mod+F'],
      group,
      run: () => showSearch(true),
    },
    {
      id: 'board.open',
      label: text('board.openIt'),
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard(openCard),
    },
    {
      id: 'board.serves',
      label: text('design.serves'),
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => open({ kind: 'serves', card })),
    },
    {
      id: 'board.copyLink',
      label: text('board.link.copy'),
      keys: ['L'],
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => void copyCardLink(handle.get(), card)),
    },
    {
      id: 'board.filter',
      label: text('board.filter.title'),
      keys: ['F'],
      group,
      run: () => useBoardUi.getState().showFilter(true),
    },
    ...(['mine', 'ageing', 'blocked'] as const).map((view) => ({
      id: `board.view.${view}`,
      label: text('board.filter.view', { view: text(`board.filter.${view}`) }),
      group,
      run: () => useBoardUi.getState().setFilter(BUILT_IN[view]),
    })),
    {
      id: 'board.copyView',
      label: text('board.filter.copyLink'),
      group,
      isEnabled: isFiltered,
      run: () => void copyViewLink(useBoardUi.getState().filter),
    },
    {
      id: 'board.showAll',
      label: text('board.filter.clear'),
      keys: ['Shift+F'],
      group,
      isEnabled: isFiltered,
      run: clearFilter,
    },
    ...(askCanI
      ? [
          {
            id: 'board.canI',
            label: text('board.canI'),
            group,
            on: 'card' as const,
            isEnabled: hasCard,
            run: onCard((card) => askCanI(factsOf(handle.get(), card))),
          },
        ]
      : []),
    { id: 'board.archive', label: text('board.archive.title'), group, run: () => open({ kind: 'archive' }) },
    ...(openWall ? [{ id: 'board.wall', label: text('board.wall'), group, run: openWall }] : []),
  ]
  if (!canWrite) return looking
  const move = (id: string, label: string, key: string, dx: number, dy: number): Action => ({
    id,
    label,
    keys: [key],
    group,
    on: 'card',
    isEnabled: hasCard,
    run: onCard((card) => nudge(handle.get(), acts, card, dx, dy)),
  })
  const changeLane = (id: string, label: string, key: string, step: number): Action => ({
    id,
    label,
    keys: [key],
    group,
    on: 'card',
    isEnabled: () => hasCard() && handle.get().lanes.length > 1,
    run: onCard((card) => nudgeLane(handle.get(), acts, card, step)),
  })
  return [
    {
      id: 'board.add',
      label: text('board.add.title'),
      keys: ['N'],
      group,
      run: () => {
        const first = handle.get().columns[0]
        if (first) open({ kind: 'add', column: first.id })
      },
    },
    { id: 'board.next', label: text('board.next.action'), keys: ['P'], group, run: takeNext },
    {
      id: 'board.stop',
      label: text('board.somethingStops'),
      keys: ['S'],
      group,
      run: () => open({ kind: 'stop', card: cardAtHand() }),
    },
    ...(askTeam
      ? [
          {
            id: 'board.ask',
            label: text('board.askTeam'),
            keys: ['H'],
            group,
            on: 'card' as const,
            isEnabled: hasCard,
            run: onCard((card) => askTeam(card, cardNamed(handle.get(), card))),
          },
        ]
      : []),
    {
      id: 'board.reasons',
      label: text('board.reasons.title'),
      group,
      run: () => open({ kind: 'reasons' }),
    },
    {
      id: 'board.stations',
      label: text('board.stations.title'),
      group,
      run: () => open({ kind: 'stations' }),
    },
    {
      id: 'board.move',
      label: text('board.moveTo'),
      keys: ['M'],
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => open({ kind: 'move', card })),
    },
    {
      id: 'board.pullIt',
      label: text('board.pullThis'),
      keys: ['Shift+P'],
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => acts.pull(card)),
    },
    {
      id: 'board.finishIt',
      label: text('board.finishThis'),
      keys: ['D'],
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard(acts.finish),
    },
    {
      id: 'board.joinIt',
      label: text('board.joinThis'),
      keys: ['J'],
      group,
      on: 'card',
      isEnabled: () => hasCard() && me !== undefined,
      run: onCard((card) => {
        const isOn = me !== undefined && handle.get().cards.get(card)?.people[me]?.state === 'on'
        if (acts.run(isOn ? leaveCard : joinCard, { card }))
          announce(
            text(isOn ? 'board.left.said' : 'board.joined.said', { card: spokenId(handle.get(), card) }),
          )
      }),
    },
    move('board.moveLeft', text('board.moveLeft'), 'Alt+ArrowLeft', -1, 0),
    move('board.moveRight', text('board.moveRight'), 'Alt+ArrowRight', 1, 0),
    move('board.moveUp', text('board.moveUp'), 'Alt+ArrowUp', 0, -1),
    move('board.moveDown', text('board.moveDown'), 'Alt+ArrowDown', 0, 1),
    changeLane('board.laneUp', text('board.lane.moveUp'), 'Alt+Shift+ArrowUp', -1),
    changeLane('board.laneDown', text('board.lane.moveDown'), 'Alt+Shift+ArrowDown', 1),
    {
      id: 'board.choose',
      label: text('board.bulk.select'),
      group,
      isEnabled: () => !useBoardUi.getState().isChoosing,
      run: () => useBoardUi.getState().setChoosing(true),
    },
    {
      id: 'board.chooseIt',
      label: text('board.bulk.selectOne'),
      keys: ['X'],
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => toggleChosen(handle.get(), card)),
    },
    {
      id: 'board.chooseColumn',
      label: text('board.bulk.all'),
      keys: ['Mod+A'],
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => chooseAllBeside(handle.get(), card)),
    },
    {
      id: 'board.stopChoosing',
      label: text('board.bulk.end'),
      keys: ['Escape'],
      group,
      isEnabled: () => useBoardUi.getState().isChoosing,
      run: () => useBoardUi.getState().setChoosing(false),
    },
    {
      id: 'board.archiveIt',
      label: text('board.archiveThis'),
      keys: ['Delete'],
      group,
      on: 'card',
      isEnabled: hasCard,
      // Whoever has chosen several means them, wherever the focus is.
      run: onCard((card) => {
        const { chosen } = useBoardUi.getState()
        if (chosen.size === 0) acts.archive(card)
        else createBulkActs({ handle, acts, person: me ?? '' }).archive([...chosen])
      }),
    },
    {
      id: 'board.newColumn',
      label: text('board.column.new'),
      group,
      run: () => open({ kind: 'new-column' }),
    },
    {
      id: 'board.structure',
      label: text('board.structure'),
      group,
      run: () => open({ kind: 'structure' }),
    },
    {
      id: 'board.kinds',
      label: text('board.kinds.title'),
      group,
      run: () => open({ kind: 'kinds' }),
    },
    {
      id: 'board.saveTemplate',
      label: text('board.card.saveTemplate'),
      group,
      on: 'card',
      isEnabled: hasCard,
      run: onCard((card) => open({ kind: 'template', card })),
    },
    { id: 'board.undo', label: text('board.undo'), keys: ['Mod+Z'], group, run: acts.undo },
    { id: 'board.redo', label: text('board.redo'), keys: ['Mod+Shift+Z', 'Mod+Y'], group, run: acts.redo },
    ...looking,
  ]
}
