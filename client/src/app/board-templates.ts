// What a new board can begin as: four ways in which teams work, in the reader's language. All of it can be changed later.
import type { Layout } from '@yokoten/shared/board'
import { text } from '../text'

export const BOARD_TEMPLATES = ['team', 'floor', 'personal', 'discovery'] as const
export type BoardTemplate = (typeof BOARD_TEMPLATES)[number]

const layouts: Readonly<Record<BoardTemplate, () => Layout>> = {
  team: () => ({
    columns: [
      { name: text('app.first.choose'), role: 'backlog' },
      { name: text('app.sample.ready'), role: 'ready', policy: text('app.sample.policyReady'), limit: 5 },
      { name: text('app.first.doing'), role: 'active', limit: 4, split: true },
      { name: text('app.sample.check'), role: 'active', limit: 3 },
      { name: text('app.first.done'), role: 'done' },
    ],
  }),
  floor: () => ({
    columns: [
      { name: text('app.template.noticed'), role: 'backlog', policy: text('app.template.noticedPolicy') },
      { name: text('app.template.today'), role: 'ready', policy: text('app.template.todayPolicy'), limit: 5 },
      { name: text('app.template.inHand'), role: 'active', limit: 3 },
      {
        name: text('app.template.waiting'),
        role: 'waiting',
        policy: text('app.template.waitingPolicy'),
        limit: 3,
      },
      { name: text('app.first.done'), role: 'done' },
    ],
    lanes: [{ name: text('app.template.safety') }, { name: text('app.template.rest') }],
  }),
  personal: () => ({
    columns: [
      { name: text('app.template.someday'), role: 'backlog' },
      { name: text('app.template.thisWeek'), role: 'ready', limit: 7 },
      { name: text('app.template.now'), role: 'active', limit: 2 },
      { name: text('app.first.done'), role: 'done' },
    ],
  }),
  discovery: () => ({
    groups: [{ name: text('app.template.discovery') }, { name: text('app.template.delivery'), limit: 5 }],
    columns: [
      { name: text('app.template.ideas'), role: 'backlog', group: 0 },
      { name: text('app.template.explore'), role: 'ready', limit: 3, group: 0 },
      {
        name: text('app.template.options'),
        role: 'ready',
        policy: text('app.template.optionsPolicy'),
        limit: 4,
        group: 0,
      },
      { name: text('app.template.build'), role: 'active', limit: 4, split: true, group: 1 },
      { name: text('app.template.verify'), role: 'active', limit: 3, group: 1 },
      { name: text('app.first.done'), role: 'done' },
    ],
  }),
}

export const templateLayout = (template: BoardTemplate): Layout => layouts[template]()
