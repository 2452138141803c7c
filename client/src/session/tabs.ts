// One leader among the tabs of a device: it owns links, outbox and disk; when it dies the next tab takes over.
import type { Ports } from './ports'
import { isTabMessage } from './tab-messages'
import type { TabMessage } from './tab-messages'

export type TabRole = 'leader' | 'follower'

export interface TabGroup {
  readonly role: TabRole
  /** True where the leader is of another app version: then this tab only reads. */
  readonly isOutdated: boolean
  readonly tab: string
  post(message: TabMessage): void
  close(): void
}

/** A tab that has not got the lock by then opens as a follower. */
const LOCK_WAIT_MS = 250

/**
 * Joins the tabs that have this team open. Resolves when the role is known. `onLead` is called when this tab becomes
 * the leader after having followed, `onLeader` when another tab says that it leads.
 */
export async function joinTabs(options: {
  readonly ports: Ports
  readonly name: string
  readonly tab: string
  readonly offset: () => number | undefined
  readonly onLead: () => void
  readonly onLeader: (offset: number | undefined) => void
  readonly receive: (message: TabMessage) => void
}): Promise<TabGroup> {
  const { ports, tab } = options
  const { tabs, appVersion } = ports
  if (!tabs.coordinated)
    return { role: 'leader', isOutdated: false, tab, post: () => undefined, close: () => undefined }

  let role: TabRole = 'follower'
  let isOutdated = false
  let isSettled = false

  const announce = () =>
    channel.post({ kind: 'leader', tab, version: appVersion, offset: options.offset() } satisfies TabMessage)

  let settle: () => void = () => undefined
  const settled = new Promise<void>((resolve) => {
    settle = () => {
      isSettled = true
      resolve()
    }
  })

  const channel = tabs.channel(options.name, (message) => {
    if (!isTabMessage(message)) return
    if (message.kind === 'hello') {
      if (role === 'leader') announce()
    } else if (message.kind === 'leader') {
      if (role === 'leader') return
      isOutdated = message.version !== appVersion
      options.onLeader(message.offset)
      settle()
    } else {
      options.receive(message)
    }
  })
  const lock = tabs.lead(options.name, () => {
    role = 'leader'
    isOutdated = false
    announce()
    if (isSettled) options.onLead()
    else settle()
  })
  channel.post({ kind: 'hello', tab } satisfies TabMessage)
  const cancel = ports.after(LOCK_WAIT_MS, settle)
  await settled
  cancel()

  return {
    get role() {
      return role
    },
    get isOutdated() {
      return isOutdated
    },
    tab,
    post: (message) => channel.post(message),
    close() {
      channel.close()
      lock.release()
    },
  }
}
