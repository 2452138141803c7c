// What an import takes and what it leaves, in numbers, for the page that says so.

export interface TrelloSummary {
  readonly name: string
  readonly taken: {
    readonly lists: number
    readonly archivedLists: number
    readonly cards: number
    readonly archivedCards: number
    readonly descriptions: number
    readonly dueDates: number
    readonly tags: number
    readonly taggedCards: number
    readonly checklists: number
    readonly checklistItems: number
    readonly checkedItems: number
    readonly comments: number
    readonly people: number
    readonly cardsWithPeople: number
    /** List moves that became steps of a journey, and the cards that made them. */
    readonly moves: number
    readonly movedCards: number
    /** Cards whose making is told by an act, and not only by their id. */
    readonly cardsWithBirth: number
    readonly limits: number
  }
  readonly left: {
    readonly attachments: number
    readonly customFields: number
    readonly customFieldValues: number
    readonly votes: number
    readonly powerUpData: number
    /** Labels without a name that are on no card. */
    readonly emptyLabels: number
    /** A due date's tick; a card is done here when it stands in a done column. */
    readonly dueTicks: number
    /** Moves and comments of cards that are not in the file. */
    readonly movesOfOtherCards: number
    readonly commentsOfOtherCards: number
    /** Texts that were cut because they are longer than this board keeps. */
    readonly shortened: number
  }
  /** Cards whose list is not in the file; they stand in a column made for them. */
  readonly strays: number
  /** The export holds the newest thousand acts only, so the history before them is not in it. */
  readonly historyIsCut: boolean
}
