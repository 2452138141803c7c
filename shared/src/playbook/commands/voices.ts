// What people say to a proposal: that they have seen it, advice, consent, an objection with its reason, a vote, a yes.
import { append, defineCommand, ok, refused } from '../../kernel'
import type { Change, Result } from '../../kernel'
import { outcome } from '../outcome'
import { WORDS_LIMIT } from '../record-parts'
import { voiceLog } from '../records'
import type { ProposalEntry, ProposalLevel, VoiceKind } from '../records'
import type { PlaybookSnapshot } from '../snapshot'
import type {
  IsClosed,
  NotAVoice,
  NotThere,
  NotYours,
  OtherVersion,
  ReasonNeeded,
  WordsRefused,
} from './refusals'
import { tidyOptional } from './words'

/** What can be said at each level. */
export const VOICES_AT: Readonly<Record<ProposalLevel, readonly VoiceKind[]>> = {
  advice: ['seen', 'advice'],
  consent: ['seen', 'advice', 'consent', 'object', 'abstain'],
  vote: ['seen', 'advice', 'yes', 'no', 'abstain'],
  yes: ['seen', 'advice', 'yes', 'no'],
}

const DECIDING: readonly VoiceKind[] = ['yes', 'no']

/** Whether somebody's yes or no is asked for. Anyone may object, and anyone may write down what an outsider said. */
function maySay({ level, members, yesFrom }: ProposalEntry, kind: VoiceKind, person: string): boolean {
  if (!DECIDING.includes(kind)) return true
  return level === 'yes' ? yesFrom === null || yesFrom.includes(person) : members.includes(person)
}

export interface SpeakArgs {
  readonly proposal: string
  /** The wording that was read. */
  readonly version: string
  readonly kind: VoiceKind
  readonly words?: string
}

export type SpeakRefused =
  NotThere | IsClosed | OtherVersion | NotAVoice | NotYours | ReasonNeeded | WordsRefused

/**
 * Says something to a proposal, in place of what one has said to this wording before. Having seen it is said once, and
 * an objection to what has taken effect is heard too.
 */
export const speak = defineCommand(
  'playbook.speak',
  (playbook: PlaybookSnapshot, args: SpeakArgs, context): Result<Change[], SpeakRefused> => {
    const one = playbook.casesById.get(args.proposal)
    if (!one) return refused({ reason: 'proposal-gone' })
    const { proposal } = one
    const stamp = context.stamp()
    const { state, version, standing } = outcome(one, { at: stamp.at, isSure: false })
    if (version.id !== args.version) return refused({ reason: 'other-version' })
    if (!VOICES_AT[proposal.level].includes(args.kind)) return refused({ reason: 'not-a-voice' })
    if (state === 'withdrawn' || state === 'expired' || state === 'rejected')
      return refused({ reason: 'closed' })
    if (!maySay(proposal, args.kind, context.person)) return refused({ reason: 'not-yours' })
    const words = tidyOptional(args.words, WORDS_LIMIT)
    if (!words.ok) return words
    if (args.kind === 'object' && words.value === '') return refused({ reason: 'reason-needed' })
    const own = one.voices.filter((voice) => voice.by === context.person && voice.version === version.id)
    const named = new Set(own.flatMap((voice) => voice.parents))
    const heads = own.filter((voice) => !named.has(voice.id))
    // A voice that is not believed for its date, or not due yet, says nothing so far: the same by a right clock does.
    const stands = standing.find((voice) => voice.by === context.person && voice.at <= stamp.at)
    if (args.kind === 'seen' && stands) return ok([])
    const isOnlyHead = heads.length === 1 && heads[0]?.id === stands?.id
    if (isOnlyHead && stands?.kind === args.kind && stands.words === words.value) return ok([])
    return ok([
      append(voiceLog, context.id(), {
        proposal: proposal.id,
        version: version.id,
        kind: args.kind,
        words: words.value,
        parents: heads.map((voice) => voice.id),
        by: context.person,
        ...stamp,
      }),
    ])
  },
)
