// On a phone: the figures that matter most above the tools; a tap opens all of them as a sheet.
import { Sheet } from '../../design/sheet'
import { text } from '../../text'
import { figureWords } from './figure-words'
import { Figures } from './figures-panel'
import { useMap, useMapRoom, useUi } from './map-context'
import styles from './map-page.module.css'

const SHOWN = ['leadTime', 'processing', 'takt', 'rolled']

const sameWords = (a: readonly { value: string }[], b: readonly { value: string }[]): boolean =>
  a.length === b.length && a.every(({ value }, index) => value === b[index]?.value)

export function FiguresStrip() {
  const { ui } = useMapRoom()
  const isOpen = useUi((state) => state.open === 'figures')
  const words = useMap((map) => figureWords(map).filter(({ id }) => SHOWN.includes(id)), sameWords)
  return (
    <>
      <button type="button" className={styles.strip} onClick={() => ui.setState({ open: 'figures' })}>
        {words.map(({ id, label, value }) => (
          <span key={id}>
            <small>{label}</small>
            <b>{value}</b>
          </span>
        ))}
      </button>
      <Sheet isOpen={isOpen} title={text('map.figures')} onClose={() => ui.setState({ open: 'none' })}>
        <Figures />
      </Sheet>
    </>
  )
}
