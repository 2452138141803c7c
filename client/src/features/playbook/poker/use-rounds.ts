// The round of delegation poker that is being played, who plays it, and the acts of whoever is at this device.
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { useCallback, useMemo } from 'react'
import {
  beginRound,
  FIRST_ACTS,
  openedText,
  openHand,
  playersOf,
  sealHand,
  sealOf,
  seatsOf,
} from '@yokoten/shared/playbook'
import type { Hand, HashText, PlaybookSnapshot, RoundRow, Seat } from '@yokoten/shared/playbook'
import { toasts } from '../../../design/toasts'
import { useSnapshot } from '../../../react'
import { text } from '../../../text'
import { usePlaybook, usePlaybookRoom } from '../playbook-context'
import { refusalWords } from '../words'

export const hashText: HashText = (words) => bytesToHex(sha256(utf8ToBytes(words)))

export interface Round {
  readonly row: RoundRow
  readonly seats: readonly Seat[]
  /** Whose cards are waited for. */
  readonly players: readonly string[]
  readonly missing: readonly string[]
  /** Everybody has laid their cards: nobody can change theirs any more. */
  readonly isSealed: boolean
  /** Players who have not turned their cards over. */
  readonly closed: readonly string[]
}

/** The youngest round that nobody has put away. */
export function currentRound(
  playbook: Pick<PlaybookSnapshot, 'rounds' | 'hands'>,
  people: readonly string[],
): Round | undefined {
  const row = [...playbook.rounds.values()]
    .filter((one) => !one.archived)
    .sort((a, b) => b.at - a.at || (a.id < b.id ? 1 : -1))[0]
  if (!row) return undefined
  const seats = seatsOf(playbook.hands.get(row.id) ?? [], hashText)
  const players = playersOf(row, people, seats)
  const missing = players.filter((person) => !seats.some((seat) => seat.person === person))
  const isOpen = (person: string) => seats.some((seat) => seat.person === person && seat.hand)
  return {
    row,
    seats,
    players,
    missing,
    isSealed: missing.length === 0 && seats.length > 0,
    closed: players.filter((person) => !isOpen(person) && !Object.hasOwn(row.leftOut, person)),
  }
}

const keyOf = (round: string, person: string): string => `poker/${round}/${person}`

const freshSalt = (): string => bytesToHex(crypto.getRandomValues(new Uint8Array(16)))

export function useRounds() {
  const { team, act, me } = usePlaybookRoom()
  const people = useSnapshot(team.directory, (directory) => directory.people)
  const rounds = usePlaybook((playbook) => playbook.rounds)
  const hands = usePlaybook((playbook) => playbook.hands)
  const own = usePlaybook((playbook) => playbook.acts)
  const round = useMemo(() => currentRound({ rounds, hands }, people), [rounds, hands, people])

  const begin = useCallback(() => {
    if (round) return toasts.show(text('playbook.poker.running'))
    const came = act(beginRound, { acts: [...FIRST_ACTS, ...own.map((one) => one.id)] })
    if (typeof came === 'object') toasts.show(refusalWords(came), { tone: 'stop' })
  }, [round, act, own])

  /** The cards are on this device's disk before their seal leaves it. A sentence where they cannot be laid. */
  const lay = useCallback(
    async (hand: Hand): Promise<string | undefined> => {
      if (!round || me === undefined) return undefined
      const opened = openedText(freshSalt(), hand)
      try {
        await team.keptBack.put(keyOf(round.row.id, me), opened)
      } catch {
        return text('playbook.poker.cannotKeep')
      }
      const sealed = sealOf(hashText, round.row.id, me, opened)
      const came = act(sealHand, { round: round.row.id, sealed })
      return typeof came === 'object' ? refusalWords(came) : undefined
    },
    [round, me, team, act],
  )

  const turnOver = useCallback(async (): Promise<string | undefined> => {
    if (!round || me === undefined) return undefined
    const opened = await team.keptBack.get(keyOf(round.row.id, me)).catch(() => undefined)
    if (opened === undefined) return text('playbook.poker.elsewhere')
    const came = act(openHand, { round: round.row.id, opened, players: round.players })
    return typeof came === 'object' ? refusalWords(came) : undefined
  }, [round, me, team, act])

  return { round, begin, lay, turnOver }
}
