// How this card is tied to others: its parts, what it waits for and holds up, and what it has to do with.
import { X } from 'lucide-react'
import { useMemo } from 'react'
import type { ReactNode } from 'react'
import {
  circleLinks,
  linkKey,
  partsOf,
  partsProgress,
  placeOf,
  relatedTo,
  spokenId,
  unlinkCards,
  waitedForBy,
  waitingFor,
  wholesOf,
} from '@yokoten/shared/board'
import type { BoardSnapshot, Link, LinkArgs } from '@yokoten/shared/board'
import { isEqual } from '@yokoten/shared/kernel'
import type { Json } from '@yokoten/shared/kernel'
import { Button } from '../../../design/button'
import { IconButton } from '../../../design/icon-button'
import { ProgressBar } from '../../../design/progress-bar'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { useBoard } from '../board-context'
import { AddLink } from './add-link'
import sheet from './card-sheet.module.css'
import styles from './links.module.css'

interface Tie {
  readonly link: LinkArgs
  readonly card: string
  readonly spoken: string
  readonly title: string
  /** Where it stands, or that it is finished. */
  readonly where: string
}
interface Ties {
  readonly partOf: readonly Tie[]
  readonly parts: readonly Tie[]
  readonly progress: { readonly done: number; readonly all: number } | null
  readonly waits: readonly Tie[]
  readonly blocks: readonly Tie[]
  readonly relates: readonly Tie[]
  readonly circles: readonly { readonly kind: 'parent' | 'blocks'; readonly links: readonly Link[] }[]
}

function tiesOf(board: BoardSnapshot, card: string): Ties {
  const tie = (other: string, link: LinkArgs): Tie => {
    const journey = board.journeys.get(other)
    return {
      link,
      card: other,
      spoken: spokenId(board, other),
      title: board.cards.get(other)?.title ?? '',
      where:
        journey?.finishedAt != null
          ? text('board.link.finished')
          : (placeOf(board, other)?.column.name ?? ''),
    }
  }
  return {
    partOf: wholesOf(board, card).map((one) => tie(one, { from: card, kind: 'parent', to: one })),
    parts: partsOf(board, card).map((one) => tie(one, { from: one, kind: 'parent', to: card })),
    progress: partsProgress(board, card) ?? null,
    waits: waitedForBy(board, card).map((one) => tie(one, { from: one, kind: 'blocks', to: card })),
    blocks: waitingFor(board, card).map((one) => tie(one, { from: card, kind: 'blocks', to: one })),
    relates: relatedTo(board, card).map((one) => tie(one, { from: card, kind: 'relates', to: one })),
    circles: (['parent', 'blocks'] as const).flatMap((kind) =>
      board.links.circles.has(linkKey(kind, card)) ? { kind, links: circleLinks(board, kind, card) } : [],
    ),
  }
}
const sameTies = (a: Ties, b: Ties): boolean => isEqual(a as unknown as Json, b as unknown as Json)

function TieRow({ tie }: { tie: Tie }) {
  const { acts, canWrite, openCard } = useBoard()
  return (
    <li className={styles.tie}>
      <button type="button" className={styles.open} onClick={() => openCard(tie.card)}>
        <span className={styles.spoken}>{tie.spoken}</span>
        <span className={styles.name}>{tie.title}</span>
        <span className={styles.where}>{tie.where}</span>
      </button>
      {canWrite && (
        <IconButton
          icon={X}
          label={text('board.link.take', { card: tie.spoken })}
          onPress={() => acts.run(unlinkCards, tie.link)}
        />
      )}
    </li>
  )
}

interface TieGroupProps {
  readonly label: string
  readonly ties: readonly Tie[]
  readonly children?: ReactNode
}

function TieGroup({ label, ties, children }: TieGroupProps) {
  if (ties.length === 0) return null
  return (
    <div className={styles.group}>
      <h4>{label}</h4>
      {children}
      <ul>
        {ties.map((tie) => (
          <TieRow key={tie.card} tie={tie} />
        ))}
      </ul>
    </div>
  )
}

/** Nothing stands here until there is a link or one is being made. */
export function CardLinks({
  card,
  isAdding,
  onAdded,
}: {
  card: string
  isAdding: boolean
  onAdded: () => void
}) {
  const { handle, acts, canWrite } = useBoard()
  const select = useMemo(() => (board: BoardSnapshot) => tiesOf(board, card), [card])
  const ties = useSnapshot(handle, select, sameTies)
  const { progress } = ties
  const isEmpty = [ties.partOf, ties.parts, ties.waits, ties.blocks, ties.relates].every(
    (one) => one.length === 0,
  )
  if (isEmpty && !isAdding) return null
  const board = handle.get()
  return (
    <section className={sheet.section}>
      <h3>{text('board.link.title')}</h3>
      {ties.circles.map(({ kind, links }) => (
        <div key={kind} className={styles.circle} role="group" aria-label={text(`board.link.circle.${kind}`)}>
          <p>{text(`board.link.circle.${kind}`)}</p>
          {canWrite &&
            links.map((link) => (
              <Button key={`${link.from} ${link.to}`} icon={X} onPress={() => acts.run(unlinkCards, link)}>
                {text(kind === 'blocks' ? 'board.link.isBlocks' : 'board.link.isPart', {
                  from: spokenId(board, link.from),
                  to: spokenId(board, link.to),
                })}
              </Button>
            ))}
        </div>
      ))}
      <TieGroup label={text('board.link.partOf')} ties={ties.partOf} />
      <TieGroup label={text('board.link.partsNone')} ties={ties.parts}>
        {progress && (
          <ProgressBar
            label={text('board.link.parts', { done: progress.done, of: progress.all })}
            value={progress.done / progress.all}
          />
        )}
      </TieGroup>
      <TieGroup label={text('board.link.waits')} ties={ties.waits} />
      <TieGroup label={text('board.link.blocks')} ties={ties.blocks} />
      <TieGroup label={text('board.link.related')} ties={ties.relates} />
      {isAdding && canWrite && <AddLink card={card} onDone={onAdded} />}
    </section>
  )
}
