// A board document without Yjs, for tests.
import type { Change } from '../../kernel'
import { createMemoryDocument } from '../../kernel/test-support'
import type { MemoryDocument } from '../../kernel/test-support'
import { boardDocument } from '../board-document'
import type { BoardSnapshot } from '../snapshot'

export type TableDocument = MemoryDocument<BoardSnapshot>

export const createTableDocument = (initial: readonly Change[] = []): TableDocument =>
  createMemoryDocument(boardDocument, initial)
