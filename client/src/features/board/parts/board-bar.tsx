// The board's part of the top bar: who is here, and the acts that matter; all others are in the menu.
import { Search } from 'lucide-react'
import { AvatarStack } from '../../../design/avatar'
import { Button } from '../../../design/button'
import { IconButton } from '../../../design/icon-button'
import { BarActs, BarPeople } from '../../../design/page-bar'
import { useOfferedActions } from '../../../input'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { FilterButton } from '../finding/filter-button'
import { PullNextButton } from '../pull/pull-next-button'
import { useBoardUi } from '../ui-store'
import styles from './board-bar.module.css'
import { BoardMenu } from './board-menu'

const HERE = ['person', 'name', 'colour'] as const

function Here() {
  const { handle } = useBoard()
  const people = useSnapshot(
    handle.peers,
    (peers) => [...new Map([...peers.values()].map((peer) => [peer.person, peer])).values()],
    (a, b) =>
      a.length === b.length && a.every((one, index) => HERE.every((key) => one[key] === b[index]?.[key])),
  )
  return (
    <AvatarStack
      label={text('board.here')}
      people={people.map((peer) => ({ id: peer.person, name: peer.name, colour: peer.colour }))}
    />
  )
}

/** The app's own act, where it offers one; on a narrow laptop it stands in the palette. */
function InviteButton() {
  const invite = useOfferedActions().find((action) => action.id === 'app.invite')
  if (!invite) return null
  return (
    <Button className={styles.invite} onPress={invite.run}>
      {text('board.inviteTeam')}
    </Button>
  )
}

export function BoardBar({ firstColumn }: { firstColumn: string | undefined }) {
  const { canWrite, isPhone } = useBoard()
  const add = () => {
    if (firstColumn !== undefined) useBoardUi.getState().open({ kind: 'add', column: firstColumn })
  }
  return (
    <>
      <BarPeople>
        <Here />
      </BarPeople>
      <BarActs>
        {!isPhone && (
          <>
            <IconButton
              icon={Search}
              label={text('board.search')}
              onPress={() => useBoardUi.getState().showSearch(true)}
            />
            <FilterButton />
            {canWrite && (
              <>
                <InviteButton />
                <PullNextButton />
                <Button look="main" onPress={add}>
                  {text('board.add.title')}
                </Button>
              </>
            )}
          </>
        )}
        <BoardMenu />
      </BarActs>
    </>
  )
}
