// The session: documents as screens may use them, kept on this device and shared through relays.
import type { TeamSnapshot } from '@yokoten/shared/team'
import type { Device } from './api'
import { createBrowserPorts } from './browser-ports'
import { createDeviceOn } from './device'

export type * from './api'
export type { Ports } from './ports'
export { createDeviceOn }
export { createMemoryDevice, createMemoryPorts, createMemoryTabs, createSeededRandom } from './memory-ports'

/** This browser as a device. `relays` are `ws:` or `wss:` addresses, by default the page's own origin. */
export const createDevice = (
  options: { readonly relays?: readonly string[]; readonly appVersion?: string } = {},
): Device<TeamSnapshot> => createDeviceOn(createBrowserPorts(options))
