// The decision log as figures and as a table for spreadsheets.
import { standingOf } from './words'
import type { Standing } from './words'
import { titleOf } from '@yokoten/shared/playbook'
import type { Decision, ProposalLevel } from '@yokoten/shared/playbook'

export interface DecisionFilter {
  readonly words: string
  readonly kind: string | undefined
  readonly level: ProposalLevel | undefined
  readonly standing: Standing | undefined
}

const fold = (words: string): string =>
  words
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()

/** Every word is looked for in title, reasons, and what was said, whatever its accents. The latest first. */
export function filterDecisions(
  decisions: readonly Decision[],
  { words, kind, level, standing }: DecisionFilter,
): readonly Decision[] {
  const asked = fold(words)
    .split(/\s+/u)
    .filter((word) => word !== '')
  const matches = (one: Decision): boolean => {
    const { proposal, versions, voices } = one.case
    if (kind !== undefined && proposal.act.kind !== kind) return false
    if (level !== undefined && proposal.level !== level) return false
    if (standing !== undefined && standingOf(one) !== standing) return false
    const all = fold(
      [...versions.map((v) => `${titleOf(one.case, v)} ${v.reason}`), ...voices.map((v) => v.words)].join(
        ' ',
      ),
    )
    return asked.every((word) => all.includes(word))
  }
  return decisions.filter(matches).reverse()
}

export interface DecisionFigures {
  readonly decided: number
  /** Days from being put to the team to being decided; null where nothing was. */
  readonly median: number | null
  readonly open: number
  /** Median age of what is open (days); null where nothing is. */
  readonly age: number | null
}

/** By nearest rank. */
function medianOf(days: readonly number[]): number | null {
  const sorted = [...days].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length / 2) - 1)] ?? null
}

export function figuresOf(decisions: readonly Decision[]): DecisionFigures {
  const daysOf = (isOpen: boolean) =>
    decisions.flatMap((one) => (one.isOpen === isOpen && one.days !== null ? one.days : []))
  const [open, decided] = [daysOf(true), daysOf(false)]
  return { decided: decided.length, median: medianOf(decided), open: open.length, age: medianOf(open) }
}

interface TableWords {
  readonly nameOf: (person: string) => string
  readonly actOf: (kind: string) => string
  readonly levelOf: (level: ProposalLevel) => string
  readonly outcomeOf: (decision: Decision) => string
  /** A moment as `YYYY-MM-DD`. */
  readonly dayOf: (at: number) => string
  readonly headings: readonly string[]
}

/** One row a decision: when, what, who, kind, level, outcome, when decided, days, reason. */
export const decisionTable = (
  decisions: readonly Decision[],
  words: TableWords,
): readonly (readonly string[])[] => [
  words.headings,
  ...decisions.map((one) => {
    const { proposal } = one.case
    const { decidedAt, version } = one.outcome
    return [
      words.dayOf(proposal.at),
      titleOf(one.case, version),
      words.nameOf(proposal.by),
      words.actOf(proposal.act.kind),
      words.levelOf(proposal.level),
      words.outcomeOf(one),
      decidedAt === null ? '' : words.dayOf(decidedAt),
      one.days === null ? '' : one.days.toFixed(2),
      version.reason,
    ]
  }),
]
