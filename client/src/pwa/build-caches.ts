// Which builds' files stay on the device: this one's and the one before, whose tabs may still be open.

export const PREFIX = 'yokoten-build-'

/** The name of a build's cache: the same files give the same name (FNV-1a over addresses and revisions). */
export function buildCacheName(
  entries: readonly (string | { url: string; revision?: string | null })[],
): string {
  let hash = 0x811c9dc5
  for (const entry of entries) {
    const line = typeof entry === 'string' ? entry : `${entry.url} ${entry.revision ?? ''}`
    for (let i = 0; i < line.length; i++) hash = Math.imul(hash ^ line.charCodeAt(i), 0x01000193)
  }
  return PREFIX + (hash >>> 0).toString(36)
}

/**
 * The caches to delete when a build takes over: every build's but its own and that of the build it replaces.
 * `replaced` is undefined at the first installation.
 */
export const outdatedCaches = (
  names: readonly string[],
  own: string,
  replaced: string | undefined,
): string[] => names.filter((name) => name.startsWith(PREFIX) && name !== own && name !== replaced)
