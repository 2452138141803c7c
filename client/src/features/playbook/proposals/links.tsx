// What a proposal belongs to: cards, map steps, boards, values, other proposals; followed, taken out, or added to.
import { Link2, X } from 'lucide-react'
import { useState } from 'react'
import { Link } from 'wouter'
import { Button } from '../../../design/button'
import { IconButton } from '../../../design/icon-button'
import { text } from '../../../text'
import { LinkPicker } from './link-picker'
import styles from './proposals.module.css'
import { useLinked } from './use-linked'
import { useProposalsUi } from './ui-store'

/** Another proposal is shown in the place of this one; everything else has a page. */
const proposalOf = (link: string): string | undefined =>
  link.startsWith('decision:') ? link.slice('decision:'.length) : undefined

function Tie({ link, canFollow, onRemove }: { link: string } & Pick<LinksProps, 'canFollow' | 'onRemove'>) {
  const found = useLinked(link)
  const label =
    found?.label ?? (found === null ? text('proposals.links.unknown') : text('proposals.links.looking'))
  const { close, show } = useProposalsUi.getState()
  const proposal = proposalOf(link)
  const follow = () => {
    if (found && canFollow && proposal !== undefined)
      return (
        <Button look="quiet" className={styles.tie} onPress={() => show({ kind: 'proposal', id: proposal })}>
          {label}
        </Button>
      )
    if (found?.path !== undefined && canFollow)
      return (
        <Link href={found.path} onClick={close}>
          {label}
        </Link>
      )
    return <span>{label}</span>
  }
  return (
    <li>
      {follow()}
      {onRemove && (
        <IconButton
          icon={X}
          label={text('proposals.links.remove', { what: label })}
          onPress={() => onRemove(link)}
        />
      )}
    </li>
  )
}

interface LinksProps {
  readonly links: readonly string[]
  /** Whether they lead anywhere: not while something is being written that would be lost. */
  readonly canFollow: boolean
  /** Left out, they can only be read. */
  readonly onAdd?: (link: string) => void
  readonly onRemove?: (link: string) => void
  /** What it cannot be tied to: itself. */
  readonly without?: string
}

export function Links({ links, canFollow, onAdd, onRemove, without }: LinksProps) {
  const [isAdding, setAdding] = useState(false)
  if (links.length === 0 && !onAdd) return null
  return (
    <section className={styles.part} aria-label={text('proposals.links')}>
      <h3>{text('proposals.links')}</h3>
      {links.length > 0 && (
        <ul className={styles.links} aria-label={text('proposals.links')}>
          {links.map((link) => (
            <Tie key={link} link={link} canFollow={canFollow} {...(onRemove && { onRemove })} />
          ))}
        </ul>
      )}
      {onAdd && !isAdding && (
        <Button look="quiet" icon={Link2} className={styles.tieTo} onPress={() => setAdding(true)}>
          {text('proposals.links.add')}
        </Button>
      )}
      {onAdd && isAdding && (
        <LinkPicker
          taken={without === undefined ? links : [...links, without]}
          onPick={(link) => {
            onAdd(link)
            setAdding(false)
          }}
          onDone={() => setAdding(false)}
        />
      )}
    </section>
  )
}
