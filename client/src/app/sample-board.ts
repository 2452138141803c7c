// The sample board: five columns of a changeover team, with a past, in the reader's language.
import { keyFrom } from '@yokoten/shared/board'
import type { SampleArgs, SampleCard } from '@yokoten/shared/board'
import { text } from '../text'

/** Columns by index; `half` where the set-up is done and waits to be pulled. */
const CHOOSE = 0
const READY = 1
const SET_UP = 2
const CHECK = 3
const DONE = 4

type Way = SampleCard['way']
const added = (daysAgo: number): Way => [{ column: CHOOSE, daysAgo }]
const ready = (since: number, daysAgo: number): Way => [...added(since), { column: READY, daysAgo }]
const inSetUp = (since: number, daysAgo: number): Way => [
  ...ready(since + 2, since),
  { column: SET_UP, daysAgo },
]
const setUpDone = (started: number, daysAgo: number): Way => [
  ...inSetUp(started + 1, started),
  { column: SET_UP, half: 'done', daysAgo },
]
const inCheck = (started: number, daysAgo: number): Way => [
  ...setUpDone(started, daysAgo + 1),
  { column: CHECK, daysAgo },
]
const finished = (started: number, daysAgo: number): Way => [
  ...inCheck(started, daysAgo + 1),
  { column: DONE, daysAgo },
]

export const sampleBoard = (name: string): SampleArgs => ({
  key: keyFrom(name) || 'B',
  columns: [
    { name: text('app.first.choose'), role: 'backlog', policy: text('app.sample.policyChoose') },
    { name: text('app.sample.ready'), role: 'ready', policy: text('app.sample.policyReady'), limit: 5 },
    {
      name: text('app.sample.setUp'),
      role: 'active',
      policy: text('app.sample.policySetUp'),
      limit: 5,
      split: true,
    },
    { name: text('app.sample.check'), role: 'active', policy: text('app.sample.policyCheck'), limit: 3 },
    { name: text('app.first.done'), role: 'done', policy: text('app.sample.policyDone') },
  ],
  reasons: firstReasons(),
  cards: [
    { title: text('app.sample.card.shadow'), way: added(6) },
    { title: text('app.sample.card.gauge'), way: added(4) },
    { title: text('app.sample.card.supplier'), way: added(1) },
    { title: text('app.sample.card.guard'), classOfService: 'expedite', way: ready(2, 1) },
    { title: text('app.sample.card.hoses'), way: ready(9, 3) },
    { title: text('app.sample.card.lift'), way: ready(8, 4) },
    { title: text('app.sample.card.bolts'), way: inSetUp(11, 9), stoppedBy: text('app.sample.stopped') },
    { title: text('app.sample.card.film'), way: inSetUp(4, 2) },
    { title: text('app.sample.card.trolley'), way: setUpDone(6, 1) },
    { title: text('app.sample.card.labels'), way: inCheck(6, 1) },
    { title: text('app.sample.card.airLine'), way: finished(8, 3) },
    { title: text('app.sample.card.hoist'), way: finished(13, 5) },
    { title: text('app.sample.card.firstPiece'), way: finished(16, 6) },
  ],
})

/** Why work stops, to begin with; safety first. */
export const firstReasons = (): string[] => [
  text('app.first.safety'),
  text('app.first.tool'),
  text('app.first.material'),
  text('app.first.person'),
  text('app.first.quality'),
]
