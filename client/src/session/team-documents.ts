// The documents of a team that this device has, by name, kept beside the outbox.
import type { KeyStore } from './key-store'

/** A team's database of outbox and places; its id follows. */
export const TEAM_STORE = 'team-'
const PREFIX = 'document/'

export async function documentNames(store: KeyStore): Promise<readonly string[]> {
  const values = await store.list(PREFIX)
  return values.map(({ key }) => decodeURIComponent(key.slice(PREFIX.length)))
}

export const rememberDocument = (store: KeyStore, name: string): Promise<void> =>
  store.write([{ key: PREFIX + encodeURIComponent(name), value: true }])
