// Files' bytes as text, JSON or XML, and why they are none.
export { decodeText, ENCODINGS } from './decode-text'
export type { Decoded, Encoding } from './decode-text'
export { FILE_BYTES_LIMIT, refuseSize } from './refusals'
export type { FileRefused, Tool } from './refusals'
