// Looks for bytes in what a relay keeps: its data folder, and on Linux the memory of its process.
import { closeSync, openSync, readFileSync, readSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const CHUNK = 8 * 1024 * 1024

/** Why the memory of another process cannot be read here, undefined where it can. */
export function whyNoMemory(pid: number): string | undefined {
  if (process.platform !== 'linux')
    return `memory of a process is read through /proc, not on ${process.platform}`
  try {
    closeSync(openSync(`/proc/${pid}/mem`, 'r'))
    return undefined
  } catch (error) {
    return `this system does not let the memory of a child be read: ${String(error)}`
  }
}

/** The needles that stand in the memory which a process has to itself (mapped files are on the disk anyway). */
export function foundInMemory(pid: number, needles: readonly Buffer[]): Set<Buffer> {
  const found = new Set<Buffer>()
  const overlap = Math.max(...needles.map((needle) => needle.length)) - 1
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  const chunk = Buffer.alloc(CHUNK)
  for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
    const region = /^([0-9a-f]+)-([0-9a-f]+) r\S+ \S+ \S+ \d+ *(\S*)/.exec(line)
    if (!region || /^\/|^\[v/.test(region[3] ?? '')) continue
    const end = parseInt(region[2] ?? '', 16)
    for (let at = parseInt(region[1] ?? '', 16); at < end; at += CHUNK - overlap) {
      let length: number
      try {
        length = readSync(memory, chunk, 0, Math.min(CHUNK, end - at), at)
      } catch {
        // The process gave this region back after the list was read.
        break
      }
      const bytes = chunk.subarray(0, length)
      for (const needle of needles) if (bytes.includes(needle)) found.add(needle)
    }
  }
  closeSync(memory)
  return found
}

/** The needles that stand in any file of a folder. */
export function foundInFolder(folder: string, needles: readonly Buffer[]): Set<Buffer> {
  const found = new Set<Buffer>()
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const bytes = readFileSync(join(entry.parentPath, entry.name))
    for (const needle of needles) if (bytes.includes(needle)) found.add(needle)
  }
  return found
}
