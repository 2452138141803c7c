// What a proposal points at: cards, values, decisions that it reverses.
import { X } from 'lucide-react'
import { Link } from 'wouter'
import { IconButton } from '../../../design/icon-button'
import { text } from '../../../text'
import styles from './proposals.module.css'
import { useProposalTools } from './tools'
import { useProposalsUi } from './ui-store'

interface LinksProps {
  readonly links: readonly string[]
  /** Left out, they can only be followed. */
  readonly onRemove?: (link: string) => void
}

export function Links({ links, onRemove }: LinksProps) {
  const tools = useProposalTools()
  const { close } = useProposalsUi.getState()
  if (links.length === 0) return null
  return (
    <ul className={styles.links} aria-label={text('proposals.links')}>
      {links.map((link) => {
        const found = tools.linked(link)
        const label = found?.label ?? text('proposals.links.unknown')
        return (
          <li key={link}>
            {found?.path !== undefined && !onRemove ? (
              <Link href={found.path} onClick={close}>
                {label}
              </Link>
            ) : (
              <span>{label}</span>
            )}
            {onRemove && (
              <IconButton
                icon={X}
                label={text('proposals.links.remove', { what: label })}
                onPress={() => onRemove(link)}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}
