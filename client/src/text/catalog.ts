// The English catalog, one file a room; ids are checked by the type checker against these files. Here is what is said
// before a team is open; the rooms' own words come with them, see `rooms`.
import type { Messages } from '@lingui/core'
import type app from './en/app.json'
import type board from './en/board.json'
import type design from './en/design.json'
import type hats from './en/hats.json'
import type map from './en/map.json'
import type playbook from './en/playbook.json'
import type proposals from './en/proposals.json'
import type prose from './en/prose.json'
import type session from './en/session.json'
import type team from './en/team.json'
import type transfer from './en/transfer.json'
import { messages as appMessages } from './en/app.json?lingui'
import { messages as designMessages } from './en/design.json?lingui'
import { messages as proseMessages } from './en/prose.json?lingui'
import { messages as sessionMessages } from './en/session.json?lingui'
import { messages as teamMessages } from './en/team.json?lingui'

type Catalog = typeof app &
  typeof board &
  typeof design &
  typeof hats &
  typeof map &
  typeof playbook &
  typeof proposals &
  typeof prose &
  typeof session &
  typeof team &
  typeof transfer

/** Every text the app can say. */
export type TextId = keyof Catalog

export const messages: Messages = {
  ...appMessages,
  ...designMessages,
  ...proseMessages,
  ...sessionMessages,
  ...teamMessages,
}
