// The colours that types and tags may have, by name: what is kept is the name, the look decides the shade.
import { text } from '../../../text'
import { classNames } from '../../../design/class-names'
import styles from './colours.module.css'

export const KIND_COLOURS = [
  'red',
  'orange',
  'yellow',
  'green',
  'teal',
  'blue',
  'purple',
  'pink',
  'black',
] as const
export type KindColour = (typeof KIND_COLOURS)[number]

/** Names that other tools give. */
const OTHERS: Readonly<Record<string, KindColour>> = { sky: 'teal', lime: 'green', grey: 'black' }

/** The colour that a kept name means, also of another tool (`sky_dark`); undefined: none that is known. */
export function kindColour(kept: string | null): KindColour | undefined {
  const name = (kept ?? '').replace(/_.*$/u, '')
  return KIND_COLOURS.find((one) => one === name) ?? (Object.hasOwn(OTHERS, name) ? OTHERS[name] : undefined)
}

/** The class of a small square in that colour, which stands beside words and never alone. */
export const swatchClass = (colour: KindColour): string => classNames(styles.swatch, styles[colour])

/** The first of the colours that is not taken. */
export const freeKindColour = (taken: readonly string[]): KindColour =>
  KIND_COLOURS.find((one) => !taken.includes(one)) ?? 'blue'

export const colourChoices = () => KIND_COLOURS.map((id) => ({ id, label: text(`board.colour.${id}`) }))
