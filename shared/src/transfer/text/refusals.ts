// Why a file was not read, each with what a sentence about it needs: the line, the field, the value.

export type FileRefused =
  | { readonly reason: 'too-large'; readonly bytes: number; readonly limit: number }
  | { readonly reason: 'empty' }
  /** It begins like a file of its kind and stops in the middle. */
  | { readonly reason: 'truncated' }
  /** `line` counts from 1, where it is known. */
  | { readonly reason: 'not-json'; readonly line: number | undefined }
  /** Of a tool that is known, but a board's `missing` is not in it. */
  | { readonly reason: 'missing'; readonly tool: Tool; readonly missing: string }
  /** A file of a tool, but this field cannot be used: `cards[3].idList`. */
  | { readonly reason: 'bad-field'; readonly tool: Tool; readonly field: string; readonly line?: number }
  /** JSON or XML of no tool that is known. */
  | { readonly reason: 'unknown'; readonly format: 'json' | 'xml' | 'zip' | 'binary' }
  | { readonly reason: 'not-xml'; readonly line: number }
  | { readonly reason: 'too-deep'; readonly line: number }
  | { readonly reason: 'not-zip' }
  /** Packed small, but more than is read when unpacked. */
  | { readonly reason: 'zip-too-large'; readonly limit: number }
  /** Of a newer version of this app. */
  | { readonly reason: 'newer'; readonly version: number }
  | { readonly reason: 'no-boards'; readonly tool: Tool }
  | { readonly reason: 'not-csv'; readonly line: number }
  | { readonly reason: 'open-quote'; readonly line: number }
  | { readonly reason: 'long-line'; readonly line: number; readonly cells: number; readonly columns: number }
  | { readonly reason: 'no-rows' }
  | { readonly reason: 'too-many-rows'; readonly limit: number }
  | { readonly reason: 'too-many-columns'; readonly line: number; readonly limit: number }

export type Tool = 'trello' | 'focalboard' | 'wekan' | 'deck' | 'jira-xml' | 'jira-json' | 'csv' | 'yokoten'

/** Largest file that is read, in bytes; a board of 10,000 cards with its last thousand acts has some 40 MB. */
export const FILE_BYTES_LIMIT = 64 * 1024 * 1024

/** Whether a file is too large, asked before any of it is read. */
export const refuseSize = (bytes: number): FileRefused | undefined =>
  bytes > FILE_BYTES_LIMIT ? { reason: 'too-large', bytes, limit: FILE_BYTES_LIMIT } : undefined
