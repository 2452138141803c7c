// What the page and the import worker say to each other.
import type { Result } from '@yokoten/shared/kernel'
import type { TrelloImportOptions, TrelloRefused, TrelloSummary } from '@yokoten/shared/transfer/trello'

export type TrelloRequest =
  | { readonly kind: 'read'; readonly file: Blob; readonly options: TrelloImportOptions }
  | { readonly kind: 'build' }

export type TrelloResponse =
  | { readonly kind: 'read'; readonly result: Result<TrelloSummary, TrelloRefused> }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'built'; readonly update: Uint8Array }
  | { readonly kind: 'failed' }
