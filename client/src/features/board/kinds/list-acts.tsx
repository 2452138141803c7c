// What can be done with a row of a list the team keeps: another place in it, and off it.
import { ArrowDown, ArrowUp, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { IconButton } from '../../../design/icon-button'
import { text } from '../../../text'
import { announce } from '../announcer'
import styles from './kinds.module.css'

/** The place of a row among others, and how it gets another. */
export interface Order {
  readonly ids: readonly string[]
  /** Puts it behind another, or first. */
  readonly move: (id: string, after: string | null) => boolean
}

interface ListActsProps {
  readonly id: string
  readonly name: string
  /** Left out where the list keeps an order of its own. */
  readonly order?: Order | undefined
  readonly onRemove: () => void
}

type Way = 'up' | 'down'

export function ListActs({ id, name, order, onRemove }: ListActsProps) {
  const buttons = useRef<HTMLSpanElement>(null)
  const pressed = useRef<Way>(undefined)
  const at = order?.ids.indexOf(id) ?? -1
  const of = order?.ids.length ?? 0
  const isFirst = at <= 0
  const isLast = at === of - 1
  useEffect(() => {
    const way = pressed.current
    pressed.current = undefined
    if (way === undefined) return
    // A row that is put elsewhere in the page loses the focus, and so does a button that is switched off.
    const next: Way = isFirst ? 'down' : isLast ? 'up' : way
    buttons.current?.querySelectorAll('button')[next === 'up' ? 0 : 1]?.focus()
  }, [at, isFirst, isLast])
  const move = (way: Way) => {
    if (!order) return
    const after = way === 'up' ? at - 2 : at + 1
    pressed.current = way
    if (!order.move(id, order.ids[after] ?? null)) return
    announce(text('board.list.moved', { name, at: way === 'up' ? at : at + 2, of }))
  }
  return (
    <span ref={buttons} className={styles.acts}>
      {order && of > 1 && (
        <>
          <IconButton
            icon={ArrowUp}
            label={text('board.list.up', { name })}
            isDisabled={isFirst}
            onPress={() => move('up')}
          />
          <IconButton
            icon={ArrowDown}
            label={text('board.list.down', { name })}
            isDisabled={isLast}
            onPress={() => move('down')}
          />
        </>
      )}
      <IconButton icon={X} label={text('board.list.remove', { name })} onPress={onRemove} />
    </span>
  )
}
