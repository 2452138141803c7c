// One process a data folder: two would number the same document's frames apart.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // A process of someone else is alive all the same.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

/** Marks the folder as ours, or gives the id of the living process that has it. A mark left by a crash is taken over. */
export function lockFolder(folder: string): { unlock(): void } | { readonly heldBy: number } {
  mkdirSync(folder, { recursive: true })
  const file = join(folder, 'relay.pid')
  try {
    const holder = Number(readFileSync(file, 'utf8'))
    if (Number.isInteger(holder) && holder > 0 && holder !== process.pid && isAlive(holder))
      return { heldBy: holder }
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
  }
  writeFileSync(file, String(process.pid))
  return { unlock: () => rmSync(file, { force: true }) }
}
