// Calling people in a comment: what is being typed after an @, who is called, and where the words say so.

export interface Callable {
  readonly id: string
  readonly name: string
}

/** A call that is being typed: where its @ stands, and what was typed of the name. */
export interface OpenCall {
  readonly start: number
  readonly query: string
}

const NAME_LENGTH = 40

/** The call in front of the caret, or undefined. An @ within a word, as in an e-mail address, is none. */
export function callAt(words: string, caret: number): OpenCall | undefined {
  const before = words.slice(Math.max(0, caret - NAME_LENGTH), caret)
  const found = /(?:^|[\s(])@([^@\n]*)$/u.exec(before)
  const query = found?.[1]
  return query === undefined ? undefined : { start: caret - query.length - 1, query }
}

const fold = (name: string): string => name.normalize('NFKC').toLocaleLowerCase()

/** People whose name, or a word of it, begins with what was typed; none once more was typed than a name. */
export function peopleFor<T extends Callable>(
  people: readonly T[],
  query: string,
  most: number,
): readonly T[] {
  const wanted = fold(query)
  return people
    .filter(({ name }) => {
      const folded = fold(name)
      return folded.startsWith(wanted) || folded.split(' ').some((word) => word.startsWith(wanted))
    })
    .slice(0, most)
}

/** The words with a person's whole name in the call's place, and where the caret then stands. */
export function withCall(words: string, caret: number, call: OpenCall, name: string) {
  const head = `${words.slice(0, call.start)}@${name} `
  return { words: head + words.slice(caret).replace(/^ /u, ''), caret: head.length }
}

export interface Piece {
  readonly words: string
  /** The person that this piece calls. */
  readonly person: string | undefined
}

const isWordy = (char: string | undefined): boolean => char !== undefined && /[\p{L}\p{N}]/u.test(char)

/** A text cut where it calls one of these people. A longer name goes before one that it begins with. */
export function piecesOf(words: string, people: readonly Callable[]): readonly Piece[] {
  const named = people.filter(({ name }) => name !== '').sort((a, b) => b.name.length - a.name.length)
  const pieces: Piece[] = []
  let plain = 0
  for (let at = words.indexOf('@'); at >= 0; at = words.indexOf('@', at + 1)) {
    const found = named.find(
      ({ name }) =>
        fold(words.slice(at + 1, at + 1 + name.length)) === fold(name) &&
        !isWordy(words[at + 1 + name.length]) &&
        !isWordy(words[at - 1]),
    )
    if (!found) continue
    if (at > plain) pieces.push({ words: words.slice(plain, at), person: undefined })
    plain = at + 1 + found.name.length
    pieces.push({ words: words.slice(at, plain), person: found.id })
    at = plain - 1
  }
  if (plain < words.length) pieces.push({ words: words.slice(plain), person: undefined })
  return pieces
}

/** Ids of the people whom a text calls: all of a name where several have it. */
export function calledIn(words: string, people: readonly Callable[]): string[] {
  const names = new Set(
    piecesOf(words, people).flatMap((piece) =>
      piece.person === undefined ? [] : fold(piece.words.slice(1)),
    ),
  )
  return people.filter(({ name }) => names.has(fold(name))).map(({ id }) => id)
}
