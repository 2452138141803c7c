// The words of a team's rooms: loaded with the first room that is opened, since nobody reads them before.
import type { Messages } from '@lingui/core'
import { messages as boardMessages } from './en/board.json?lingui'
import { messages as hatsMessages } from './en/hats.json?lingui'
import { messages as mapMessages } from './en/map.json?lingui'
import { messages as playbookMessages } from './en/playbook.json?lingui'
import { messages as proposalsMessages } from './en/proposals.json?lingui'
import { messages as transferMessages } from './en/transfer.json?lingui'
import { addTexts } from './text'

export const roomMessages: Messages = {
  ...boardMessages,
  ...hatsMessages,
  ...mapMessages,
  ...playbookMessages,
  ...proposalsMessages,
  ...transferMessages,
}

addTexts(roomMessages)
