// What is so large that a screen waits for it: whole documents, mostly.

/** Bytes up to which sealing and compressing take no time that anybody sees. */
const SMALL = 262_144

export const isLarge = ({ length }: Uint8Array): boolean => length > SMALL

const nextTask = () => new Promise<void>((resolve) => setTimeout(resolve))

/**
 * Runs `work` on bytes; where they are large, as a task of its own, so that the screen has its turn before and after.
 * Browsers do their cryptography on the thread that asks for it.
 */
export async function inTurn<T>(bytes: Uint8Array, work: () => Promise<T> | T): Promise<T> {
  if (!isLarge(bytes)) return work()
  await nextTask()
  const done = await work()
  await nextTask()
  return done
}
