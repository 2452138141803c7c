// That changes of one thing are proposed, in a line over it, leading to them.
import { PLAYBOOK_DOCUMENT, playbookDocument, titleOf } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { useLocation } from 'wouter'
import { Button } from '../../../design/button'
import { useDocument } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import type { PlaybookPaths } from '../playbook-context'
import { PlaybookProvider } from '../playbook-provider'
import { useOpenProposal } from './open-proposal'
import styles from './proposals.module.css'
import { useDecisions } from './use-decisions'

interface LineProps {
  /** The thing's link, see `linkRows`. */
  readonly link: string
  readonly paths: PlaybookPaths
}

function Line({ link, paths }: LineProps) {
  const proposed = useDecisions().filter((one) => one.isOpen && one.case.links.includes(link))
  const open = useOpenProposal()
  const [, navigate] = useLocation()
  const [first] = proposed
  if (!first) return null
  const isOne = proposed.length === 1
  return (
    <div className={styles.proposedLine} role="status">
      <Button look="quiet" onPress={() => (isOne ? open(first) : navigate(paths.rules))}>
        {isOne
          ? text('proposals.line.one', { title: titleOf(first.case, first.outcome.version) })
          : text('proposals.line.more', { count: proposed.length })}
      </Button>
    </div>
  )
}

interface ProposedLineProps extends LineProps {
  readonly team: TeamSession<TeamSnapshot>
}

/** One proposal is opened by a press, of several the list. Nothing is shown where nothing is proposed. */
export default function ProposedLine({ team, paths, link }: ProposedLineProps) {
  const handle = useDocument(team, playbookDocument, PLAYBOOK_DOCUMENT)
  if (!handle) return null
  return (
    <PlaybookProvider team={team} handle={handle} paths={paths}>
      <Line link={link} paths={paths} />
    </PlaybookProvider>
  )
}
