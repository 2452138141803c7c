// An empty map teaches: what moves here, then the first act; a sample to try.
import { useStoreApi } from '@xyflow/react'
import { Workflow } from 'lucide-react'
import { createAcmeSample, setSchool } from '@yokoten/shared/map'
import { Button } from '../../design/button'
import { EmptyState } from '../../design/empty-state'
import { text } from '../../text'
import styles from './map-page.module.css'
import { useMapRoom } from './map-context'
import { placeAt } from './tools'

/** The first question, asked before anything is drawn. */
export function SchoolQuestion() {
  const { act, canEdit } = useMapRoom()
  if (!canEdit) return <EmptyState icon={Workflow} title={text('map.empty.view')} />
  return (
    <EmptyState
      icon={Workflow}
      title={text('map.empty.title')}
      acts={
        <>
          <Button large look="main" onPress={() => act(setSchool, { school: 'rother' })}>
            {text('map.empty.parts')}
          </Button>
          <Button large onPress={() => act(setSchool, { school: 'office' })}>
            {text('map.empty.information')}
          </Button>
          <Button large look="quiet" onPress={() => act(createAcmeSample, {})}>
            {text('map.empty.sample')}
          </Button>
        </>
      }
    >
      {text('map.empty.words')}
    </EmptyState>
  )
}

/** On the empty canvas: where to begin. */
export function FirstAct() {
  const room = useMapRoom()
  const store = useStoreApi()
  if (!room.canEdit) return null
  const addCustomer = () => {
    const { width, transform } = store.getState()
    const [x, y, zoom] = transform
    placeAt(room, 'customer', { x: (width * 0.68 - x) / zoom, y: (110 - y) / zoom })
  }
  return (
    <div className={styles.first}>
      <p>{text('map.empty.start')}</p>
      <Button look="main" onPress={addCustomer}>
        {text('map.empty.addCustomer')}
      </Button>
      <Button look="quiet" onPress={() => room.act(createAcmeSample, {})}>
        {text('map.empty.sample')}
      </Button>
    </div>
  )
}
