// What was proposed and decided about one thing, where that thing is shown.
import { PLAYBOOK_DOCUMENT, playbookDocument, titleOf } from '@yokoten/shared/playbook'
import type { Decision } from '@yokoten/shared/playbook'
import type { TeamSnapshot } from '@yokoten/shared/team'
import { Button } from '../../../design/button'
import { useDocument } from '../../../react'
import type { TeamSession } from '../../../session/api'
import { text } from '../../../text'
import type { PlaybookPaths } from '../playbook-context'
import { PlaybookProvider } from '../playbook-provider'
import { useOpenProposal } from './open-proposal'
import styles from './proposals.module.css'
import { StandingPill } from './standing-pill'
import { useDecisions } from './use-decisions'

function List({ kind, decisions }: { kind: 'proposed' | 'decided'; decisions: readonly Decision[] }) {
  const open = useOpenProposal()
  if (decisions.length === 0) return null
  return (
    <section className={styles.part} aria-label={text(`proposals.here.${kind}`)}>
      <h3>{text(`proposals.here.${kind}`)}</h3>
      <ul className={styles.here}>
        {decisions.map((decision) => (
          <li key={decision.case.proposal.id}>
            <Button look="quiet" className={styles.title} onPress={() => open(decision)}>
              {titleOf(decision.case, decision.outcome.version)}
            </Button>
            <StandingPill decision={decision} />
          </li>
        ))}
      </ul>
    </section>
  )
}

/** What ran out or was taken back is in the decision log only. */
const isDecided = ({ outcome }: Decision): boolean =>
  outcome.state === 'accepted' || outcome.state === 'rejected'

function Here({ link }: { link: string }) {
  const about = useDecisions().filter((one) => one.case.links.includes(link))
  return (
    <>
      <List kind="proposed" decisions={about.filter((one) => one.isOpen)} />
      <List kind="decided" decisions={about.filter(isDecided).reverse()} />
    </>
  )
}

interface ProposalsHereProps {
  readonly team: TeamSession<TeamSnapshot>
  readonly paths: PlaybookPaths
  /** The thing's link, see `linkRows`. */
  readonly link: string
}

export default function ProposalsHere({ team, paths, link }: ProposalsHereProps) {
  const handle = useDocument(team, playbookDocument, PLAYBOOK_DOCUMENT)
  if (!handle) return null
  return (
    <PlaybookProvider team={team} handle={handle} paths={paths}>
      <Here link={link} />
    </PlaybookProvider>
  )
}
