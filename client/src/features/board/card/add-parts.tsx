// What a card may have and has not: one press each, so that a plain card stays plain.
import { Bookmark, Globe, Link2, Ruler } from 'lucide-react'
import { Button } from '../../../design/button'
import { text } from '../../../text'
import { useBoardUi } from '../ui-store'
import styles from './card-sheet.module.css'

export type CardPart = 'size' | 'link' | 'web'

interface AddPartsProps {
  readonly card: string
  readonly hasSize: boolean
  readonly onAdd: (part: CardPart) => void
}

export const AddParts = ({ card, hasSize, onAdd }: AddPartsProps) => (
  <div className={styles.parts} role="group" aria-label={text('board.card.add')}>
    {!hasSize && (
      <Button look="quiet" icon={Ruler} onPress={() => onAdd('size')}>
        {text('board.card.addSize')}
      </Button>
    )}
    <Button look="quiet" icon={Link2} onPress={() => onAdd('link')}>
      {text('board.card.addLink')}
    </Button>
    <Button look="quiet" icon={Globe} onPress={() => onAdd('web')}>
      {text('board.card.addWeb')}
    </Button>
    <Button
      look="quiet"
      icon={Bookmark}
      onPress={() => useBoardUi.getState().open({ kind: 'template', card })}
    >
      {text('board.card.saveTemplate')}
    </Button>
  </div>
)
