// What a request is about: a card or a map step, kept as one word.

export type About =
  | { readonly kind: 'card'; readonly board: string; readonly card: string }
  | { readonly kind: 'step'; readonly map: string; readonly step: string }

export const aboutToWord = (about: About): string =>
  about.kind === 'card' ? `card:${about.board}/${about.card}` : `step:${about.map}/${about.step}`

/** Undefined where it is about nothing that this version knows. */
export function aboutFromWord(word: string | null): About | undefined {
  const [, kind, document, item] = /^(card|step):([^/]+)\/([^/]+)$/u.exec(word ?? '') ?? []
  if (document === undefined || item === undefined) return undefined
  return kind === 'card' ? { kind, board: document, card: item } : { kind: 'step', map: document, step: item }
}
