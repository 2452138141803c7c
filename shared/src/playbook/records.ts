// The playbook as it is kept: what was agreed, what was proposed and said about it, and who wears which hat.
import * as v from 'valibot'
import { defineLog, defineRows, field, PERMIT_LEVELS } from '../kernel'
import type { EntryOf, RowOf } from '../kernel'
import { hatRows, requestRows, roundRows, handLog, turnLog } from './records-people'
import {
  HOURS_LIMIT,
  id,
  ID_LIMIT,
  ids,
  isoDay,
  json,
  NAME_LIMIT,
  parents,
  PEOPLE_LIMIT,
  people,
  RANK_LIMIT,
  text,
  time,
  who,
  WORDS_LIMIT,
  written,
} from './record-parts'

/** What silence never decides about. */
export const CONCERNS = ['safety', 'people', 'money'] as const
export type Concern = (typeof CONCERNS)[number]

/** Kinds of acts of the team's own. */
export const actRows = defineRows({
  name: 'acts',
  fields: {
    name: field(text(NAME_LIMIT), ''),
    concern: field<Concern | null>(v.nullable(v.picklist(CONCERNS)), null),
    rank: field(text(RANK_LIMIT), ''),
  },
})

/** All of what is given must be so. An act that does not say it is not one of these. */
export const condition = v.object({
  moreThan: v.exactOptional(v.pipe(v.number(), v.finite())),
  upTo: v.exactOptional(v.pipe(v.number(), v.finite())),
  column: v.exactOptional(text(ID_LIMIT)),
  classOfService: v.exactOptional(text(ID_LIMIT)),
  /** `others`: anybody else; or a person's id. */
  touches: v.exactOptional(text(ID_LIMIT)),
})
export type Condition = v.InferOutput<typeof condition>

export const ruleValue = v.object({
  level: v.picklist(PERMIT_LEVELS),
  /** Working hours until a proposal's time is over. */
  hours: v.pipe(v.number(), v.minValue(0), v.maxValue(HOURS_LIMIT)),
  /** Whom to tell; nobody named: everybody. */
  tells: v.pipe(v.array(who), v.maxLength(PEOPLE_LIMIT)),
  /** Whose yes it needs, at level `yes`. */
  yesFrom: v.exactOptional(who),
  /** Members who must have been heard, in whole per cents; more than half where it is left out. */
  quorum: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100))),
  /** `YYYY-MM-DD`: when the team looks at it again. */
  review: v.nullable(isoDay),
  why: text(WORDS_LIMIT),
})
export type RuleValue = v.InferOutput<typeof ruleValue>

const ground = { act: id, condition, parents, ...written }
/** Rules, by act and condition; null: there is none any more. */
export const ruleLog = defineLog({
  name: 'rules',
  entry: v.object({ ...ground, value: v.nullable(ruleValue) }),
})

export const STAYS = ['law', 'safety', 'customer', 'other'] as const
/** The hand-over plan: what becomes of a yes that is still needed. */
export const planLog = defineLog({
  name: 'plans',
  entry: v.object({
    ...ground,
    value: v.nullable(
      v.variant('kind', [
        v.object({ kind: v.literal('ours'), day: isoDay }),
        v.object({ kind: v.literal('stays'), because: v.picklist(STAYS), words: text(WORDS_LIMIT) }),
      ]),
    ),
  }),
})

/** The team's working time, in which deadlines are counted. */
export const hoursLog = defineLog({
  name: 'hours',
  entry: v.object({
    value: v.object({
      zone: text(100),
      days: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(6))), v.maxLength(7)),
      from: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)),
      to: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_440)),
    }),
    parents,
    ...written,
  }),
})

export const PROPOSAL_LEVELS = ['advice', 'consent', 'vote', 'yes'] as const
export type ProposalLevel = (typeof PROPOSAL_LEVELS)[number]

/** What is proposed in so many words, and until when: the part that an amendment says anew. */
const terms = {
  /** The command's arguments; empty where there is no command. */
  args: json,
  /** What the command would build on, see `groundOf`. */
  ground: json,
  reason: text(WORDS_LIMIT),
  /** When its time is over, and when nobody waits for it any more. */
  deadline: time,
  expires: time,
}

export const facts = v.object({
  kind: id,
  amount: v.exactOptional(v.pipe(v.number(), v.finite())),
  column: v.exactOptional(text(ID_LIMIT)),
  classOfService: v.exactOptional(text(ID_LIMIT)),
  touches: v.exactOptional(people),
  about: v.exactOptional(text(ID_LIMIT)),
})

/** A room's command and the document that it is for, as proposals keep it. */
const carriedCommand = v.object({ name: id, version: v.pipe(v.number(), v.integer()), document: id })

/** Decided by the level that held when it was opened, by those who were members then. */
export const proposalLog = defineLog({
  name: 'proposals',
  entry: v.object({
    ...terms,
    act: facts,
    title: text(WORDS_LIMIT),
    /** Null: what follows from it is done by hand. */
    command: v.nullable(carriedCommand),
    level: v.picklist(PROPOSAL_LEVELS),
    /** The rule's entry; null where somebody asks though nothing was agreed. */
    rule: v.nullable(text(ID_LIMIT)),
    /** Members for quorum, votes and silence. */
    members: people,
    /** How many of them must have been heard. */
    quorum: v.pipe(v.number(), v.integer(), v.minValue(0)),
    /** Whether who has seen it and says nothing has been heard. */
    silence: v.boolean(),
    /** People who can give the yes; null: somebody outside, whose answer anyone may write down. */
    yesFrom: v.nullable(people),
    tells: people,
    /** Cards, map steps, boards, values, other proposals, as `linkRows` has them. */
    links: ids(100),
    ...written,
  }),
})

/** Amendments by who proposed it. The first version has the proposal's own id. */
export const versionLog = defineLog({
  name: 'versions',
  entry: v.object({
    ...terms,
    proposal: id,
    /** What it is called and what would be done, where that is another than in the first version. */
    title: v.exactOptional(text(WORDS_LIMIT)),
    command: v.exactOptional(carriedCommand),
    parents,
    ...written,
  }),
})

/**
 * What a proposal was tied to after it was opened, one row a tie, under an id that follows from the two; put away where
 * it was taken out again. A link is `card:<board>/<card>`, `step:<map>/<step>`, `board:<id>`, `value:<id>` or
 * `decision:<proposal>`.
 */
export const linkRows = defineRows({
  name: 'links',
  fields: { proposal: field(text(ID_LIMIT), ''), link: field(text(ID_LIMIT), '') },
})

export const VOICE_KINDS = ['seen', 'advice', 'consent', 'object', 'abstain', 'yes', 'no'] as const
export type VoiceKind = (typeof VOICE_KINDS)[number]
/** What somebody says to a version. The parents are their own earlier voices to it. */
export const voiceLog = defineLog({
  name: 'voices',
  entry: v.object({
    proposal: id,
    version: id,
    kind: v.picklist(VOICE_KINDS),
    words: text(WORDS_LIMIT),
    parents,
    ...written,
  }),
})

/** `applied` is a deferred act, see `applying`; the other two are the proposer's. */
export const CLOSING_KINDS = ['withdrawn', 'decided', 'applied'] as const
export const closingLog = defineLog({
  name: 'closings',
  entry: v.object({
    proposal: id,
    version: id,
    kind: v.picklist(CLOSING_KINDS),
    words: text(WORDS_LIMIT),
    ...written,
  }),
})

/** What was done and others are told of. */
export const tellLog = defineLog({
  name: 'tells',
  entry: v.object({
    act: facts,
    rule: v.nullable(text(ID_LIMIT)),
    /** Empty: everybody. */
    people,
    document: text(ID_LIMIT),
    command: text(ID_LIMIT),
    words: text(WORDS_LIMIT),
    ...written,
  }),
})

export const playbookCollections = {
  acts: actRows,
  rules: ruleLog,
  plans: planLog,
  hours: hoursLog,
  proposals: proposalLog,
  versions: versionLog,
  voices: voiceLog,
  closings: closingLog,
  links: linkRows,
  tells: tellLog,
  hats: hatRows,
  turns: turnLog,
  requests: requestRows,
  rounds: roundRows,
  hands: handLog,
}

export type ActRow = RowOf<typeof actRows>
export type RuleEntry = EntryOf<typeof ruleLog>
export type PlanEntry = EntryOf<typeof planLog>
export type HoursEntry = EntryOf<typeof hoursLog>
export type ProposalEntry = EntryOf<typeof proposalLog>
export type VersionEntry = EntryOf<typeof versionLog>
export type LinkRow = RowOf<typeof linkRows>
export type VoiceEntry = EntryOf<typeof voiceLog>
export type ClosingEntry = EntryOf<typeof closingLog>
export type TellEntry = EntryOf<typeof tellLog>
