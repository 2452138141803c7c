// A process of its own that opens the board once and tells the milliseconds: nothing compiled, nothing warm.
import { readFileSync } from 'node:fs'
import { boardDocument } from '@yokoten/shared/board'
import { openProjection } from '@yokoten/shared/doc'
import * as Y from 'yjs'

const [stateFile, variant] = process.argv.slice(2)
const state = new Uint8Array(readFileSync(stateFile as string))
const doc = new Y.Doc()
const start = performance.now()
Y.applyUpdate(doc, state)
if (variant === 'open') openProjection(doc, boardDocument)
process.send?.(performance.now() - start)
