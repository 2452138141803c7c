// What an act would change, in the words of the room that it belongs to: for those who are asked about it.

/** One thing that would be another than it is. Empty words: there is none yet, or none any more. */
export interface DescribedLine {
  readonly what: string
  readonly before: string
  readonly after: string
}

export interface DescribedAct {
  /** As one asks for it: "Raise the limit of Doing from 5 to 6". */
  readonly title: string
  readonly lines: readonly DescribedLine[]
}
