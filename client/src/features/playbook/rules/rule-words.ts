// Acts, levels, conditions and rules as sentences.
import { ACT_KINDS } from '@yokoten/shared/kernel'
import type { ActKind, PermitLevel, Table } from '@yokoten/shared/kernel'
import type { ActRow, Condition, Concern, RuleRefused, RuleValue, Who } from '@yokoten/shared/playbook'
import { text } from '../../../text'
import type { TextId } from '../../../text'

const isActKind = (kind: string): kind is ActKind => (ACT_KINDS as readonly string[]).includes(kind)

/** What names stand for in this room's sentences. */
export interface Names {
  readonly person: (id: string) => string
  readonly hat: (id: string) => string
  readonly skill: (id: string) => string
  readonly column: (id: string) => string
}

/** "Change a limit": an act as one wants to do it. */
export function actName(kind: string, acts: Table<ActRow>): string {
  if (isActKind(kind)) return text(`playbook.act.${kind}`)
  return acts.get(kind)?.name || text('playbook.act.unknown')
}

const list = new Intl.ListFormat(undefined, { type: 'conjunction' })
/** "Ann, Bo and Cy" */
export const listWords = (words: readonly string[]): string => list.format(words)

export const levelWords = (level: PermitLevel): string => text(`playbook.level.${level}`)
/** The same in as few words as fit under a thumb. */
export const levelShort = (level: PermitLevel): string => text(`playbook.level.${level}.short`)

export function whoWords({ kind, id }: Who, names: Names): string {
  switch (kind) {
    case 'person':
      return names.person(id)
    case 'hat':
      return text('playbook.who.hatOf', { hat: names.hat(id) })
    case 'skill':
      return text('playbook.who.skillOf', { skill: names.skill(id) })
    case 'outside':
      return id
  }
}

const CLASSES: Readonly<Record<string, TextId>> = {
  expedite: 'board.class.expedite',
  'fixed-date': 'board.class.fixed-date',
  standard: 'board.class.standard',
  intangible: 'board.class.intangible',
}

/** The classes of service that a condition may name. */
export const classChoices = (): readonly { readonly id: string; readonly label: string }[] =>
  Object.entries(CLASSES).map(([id, label]) => ({ id, label: text(label) }))

/** "more than 200, in Set up"; empty where nothing is asked. */
export function conditionWords(condition: Condition, names: Names): string {
  const { moreThan, upTo, column, classOfService, touches } = condition
  const parts: string[] = []
  if (moreThan !== undefined && upTo !== undefined)
    parts.push(text('playbook.condition.between', { moreThan, upTo }))
  else if (moreThan !== undefined) parts.push(text('playbook.condition.moreThan', { moreThan }))
  else if (upTo !== undefined) parts.push(text('playbook.condition.upTo', { upTo }))
  if (column !== undefined) parts.push(text('playbook.condition.column', { column: names.column(column) }))
  if (classOfService !== undefined) {
    const id = CLASSES[classOfService]
    parts.push(text('playbook.condition.class', { name: id ? text(id) : classOfService }))
  }
  if (touches === 'others') parts.push(text('playbook.condition.others'))
  else if (touches !== undefined)
    parts.push(text('playbook.condition.touches', { who: names.person(touches) }))
  return parts.join(', ')
}

export const hoursWords = (hours: number): string => text('playbook.hours', { hours })

/** What a rule means for who wants to act, in a sentence. `isSilent`: silence counts, as it does for most acts. */
export function ruleWords(value: RuleValue | null, names: Names, isSilent = true): string {
  if (!value) return text('playbook.says.nothing')
  const { level, hours, tells, yesFrom } = value
  const whom = listWords(tells.map((one) => whoWords(one, names)))
  switch (level) {
    case 'free':
      return text('playbook.says.free')
    case 'tell':
      return whom === '' ? text('playbook.says.tellAll') : text('playbook.says.tell', { whom })
    case 'advice':
      return whom === '' ? text('playbook.says.adviceAll') : text('playbook.says.advice', { whom })
    case 'consent':
      return text(isSilent ? 'playbook.says.consent' : 'playbook.says.consentSpoken', {
        within: hoursWords(hours),
      })
    case 'vote':
      return text('playbook.says.vote', { within: hoursWords(hours) })
    case 'yes':
      return yesFrom
        ? text('playbook.says.yes', { whom: whoWords(yesFrom, names) })
        : text('playbook.says.yesNobody')
  }
}

export const concernWords = (concern: Concern): string => text(`playbook.concern.${concern}`)

/** Why a rule cannot be set, with whom it is about. */
export const ruleRefusalWords = (refused: RuleRefused, names: Names): string =>
  refused.reason === 'locks-itself'
    ? text('playbook.refused.locksItselfNamed', { whom: whoWords(refused.named, names) })
    : text(
        refused.reason === 'safety-first'
          ? 'playbook.refused.safetyFirst'
          : refused.reason === 'empty-range'
            ? 'playbook.refused.emptyRange'
            : 'playbook.refused.nobodyNamed',
      )

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' })
/** "1 Mar 2027" of `YYYY-MM-DD`. */
export const dayWords = (day: string): string => dayFormat.format(new Date(`${day}T00:00:00Z`))
const momentFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
export const momentWords = (at: number): string => momentFormat.format(at)
