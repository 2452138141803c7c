// What tests of rooms and of other packages need of the kernel: a document without Yjs.
export { createMemoryDocument } from './memory-document'
export type { MemoryDocument } from './memory-document'
