// The words on an arrow: "6-week forecast", "Tue and Thu".
import { useState } from 'react'
import { labelEdge, type EdgeRow } from '@yokoten/shared/map'
import { Button } from '../../design/button'
import { Dialog } from '../../design/dialog'
import { TextField } from '../../design/text-field'
import { text } from '../../text'
import { useMap, useMapRoom, useUi } from './map-context'

function Form({ edge, onDone }: { edge: EdgeRow; onDone: () => void }) {
  const { act } = useMapRoom()
  const [label, setLabel] = useState(edge.label)
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (act(labelEdge, { edge: edge.id, label })) onDone()
      }}
      style={{ display: 'grid', gap: 'var(--s-4)', justifyItems: 'stretch' }}
    >
      <TextField label={text('map.act.label')} value={label} onChange={setLabel} autoFocus maxLength={200} />
      <Button look="main" type="submit">
        {text('map.demand.done')}
      </Button>
    </form>
  )
}

export function EdgeDialog() {
  const { ui } = useMapRoom()
  const id = useUi((state) => (state.open === 'edge' ? [...state.edges][0] : undefined))
  const edge = useMap((map) => (id === undefined ? undefined : map.edges.get(id)))
  const close = () => ui.setState({ open: 'none' })
  return (
    <Dialog isOpen={edge !== undefined} title={text('map.act.label')} onClose={close}>
      {edge && <Form edge={edge} onDone={close} />}
    </Dialog>
  )
}
