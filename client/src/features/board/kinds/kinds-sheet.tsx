// Where a team says what kinds of cards it has: types, fields, tags, templates, and what comes again.
import { useState } from 'react'
import { Sheet } from '../../../design/sheet'
import { Tabs } from '../../../design/tabs'
import { text } from '../../../text'
import type { KindsTab } from '../ui-store'
import { AgainPanel } from './again-panel'
import { FieldsPanel } from './fields-panel'
import { TagsPanel } from './tags-panel'
import { TemplatesPanel } from './templates-panel'
import { TypesPanel } from './types-panel'

export function KindsSheet({ tab, onClose }: { tab: KindsTab | undefined; onClose: () => void }) {
  const [shown, show] = useState<KindsTab>(tab ?? 'types')
  return (
    <Sheet isOpen title={text('board.kinds.title')} onClose={onClose}>
      <Tabs
        label={text('board.kinds.title')}
        value={shown}
        onChange={show}
        tabs={[
          { id: 'types', label: text('board.kinds.types'), content: <TypesPanel /> },
          { id: 'fields', label: text('board.kinds.fields'), content: <FieldsPanel /> },
          { id: 'tags', label: text('board.kinds.tags'), content: <TagsPanel /> },
          { id: 'templates', label: text('board.kinds.templates'), content: <TemplatesPanel /> },
          { id: 'again', label: text('board.kinds.again'), content: <AgainPanel /> },
        ]}
      />
    </Sheet>
  )
}
