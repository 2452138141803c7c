// What the page and the import worker say to each other: a call of the job, and what came of it.
import type { ImportJob, ImportOptions } from './import-job'

export type ImportRequest =
  | { readonly call: 'open'; readonly file: Blob; readonly name: string; readonly options: ImportOptions }
  | { readonly call: 'choose'; readonly args: Parameters<ImportJob['choose']> }
  | { readonly call: 'rewrite'; readonly args: Parameters<ImportJob['rewrite']> }
  | { readonly call: 'map'; readonly args: Parameters<ImportJob['map']> }
  | { readonly call: 'build' }
  | { readonly call: 'match'; readonly args: Parameters<ImportJob['match']> }
  | { readonly call: 'join'; readonly args: Parameters<ImportJob['join']> }
  | { readonly call: 'part'; readonly args: Parameters<ImportJob['part']> }

export type ImportResponse =
  | { readonly kind: 'result'; readonly value: unknown }
  | { readonly kind: 'progress'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed' }
