// A device for component tests: real directories on Yjs, no storage, no network.
import * as Y from 'yjs'
import { execute, openProjection, textFragment } from '@yokoten/shared/doc'
import { createHybridClock, createId, ok, refused } from '@yokoten/shared/kernel'
import type { RandomBytes } from '@yokoten/shared/kernel'
import { teamDocument } from '@yokoten/shared/team'
import type { TeamSnapshot } from '@yokoten/shared/team'
import type {
  Device,
  DocumentHandle,
  KnownTeam,
  MergeRefused,
  Sharing,
  TeamSession,
} from '../../../session/api'
import { createKeptBack } from '../../../session/kept-back'
import { createMemoryKeyStore } from '../../../session/key-store'
import { createCell } from '../../../session/readable'

export const quietSharing: Sharing = {
  connection: 'offline',
  changed: 0,
  kept: 0,
  files: 0,
  otherDevices: 0,
  storage: 'ok',
  badFrames: 0,
  trouble: undefined,
  caughtUp: true,
}

export interface FakeTeamOptions {
  readonly teamId: string
  readonly mode?: 'edit' | 'view'
  readonly sharing?: Partial<Sharing>
  readonly origin?: string
  /** What merging is refused with, whatever is merged. */
  readonly mergeRefused?: MergeRefused
  /** Whether merging breaks off, as where the file was moved meanwhile. */
  readonly mergeFails?: boolean
  /** Sealed files on the device, by address, and those that a meeting point has. */
  readonly files?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
  readonly reachableFiles?: ReadonlyMap<string, Uint8Array<ArrayBuffer>>
}

export interface FakeTeam extends TeamSession<TeamSnapshot> {
  readonly doc: Y.Doc
}

let seed = 1
const random: RandomBytes = (length) =>
  Uint8Array.from({ length }, () => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0
    return (seed >>> 16) & 0xff
  })

function openDirectory(
  doc: Y.Doc,
  mode: 'edit' | 'view',
  person: () => string,
): DocumentHandle<TeamSnapshot> {
  const projection = openProjection(doc, teamDocument, { freeze: true })
  const clock = createHybridClock(() => 1_800_000_000_000)
  const none = createCell({ undo: undefined, redo: undefined })
  return {
    id: 'team',
    kind: 'team',
    writable: mode === 'edit' ? true : 'view-only',
    get: () => projection.get(),
    subscribe: (listener) => projection.subscribe(listener),
    run(command, args) {
      if (mode === 'view') return refused({ reason: 'view-only' })
      const context = { person: person(), stamp: () => clock.stamp(), id: () => createId(random), random }
      const decided = command.decide(projection.get(), args, context)
      if (!decided.ok) return decided
      const written = execute(doc, teamDocument, decided.value, command.name)
      return written.ok ? ok(undefined) : refused({ reason: 'newer-version' })
    },
    item: () => undefined,
    undo: () => ({ done: false, reason: 'nothing' }),
    redo: () => ({ done: false, reason: 'nothing' }),
    undoState: none,
    peers: { ...createCell(new Map()), show: () => undefined },
    sharing: createCell(quietSharing),
    undoWrites: () => [],
    texts: { ids: () => [], words: () => '', subscribe: () => () => undefined },
    prose: (id) => ({
      fragment: textFragment(doc, id),
      awareness: undefined,
      writable: false,
      who: () => undefined,
    }),
    release: () => undefined,
  }
}

export function createFakeTeam(options: FakeTeamOptions): FakeTeam {
  const { teamId, mode = 'edit', origin = 'https://yokoten.example' } = options
  const doc = new Y.Doc()
  const person = createCell<string | undefined>(undefined)
  const files = new Map(options.files)
  return {
    doc,
    teamId,
    mode,
    person,
    directory: openDirectory(doc, mode, () => person.get() ?? ''),
    async becomePerson(id) {
      person.set(id)
    },
    agree: () => undefined,
    keptBack: createKeptBack(createMemoryKeyStore()),
    open: () => Promise.reject(new Error('Only the directory is faked.')),
    invitations: {
      edit: mode === 'edit' ? `${origin}/join#e.${teamId}` : undefined,
      view: `${origin}/join#v.${teamId}`,
    },
    relayOffset: createCell<number | undefined>(undefined),
    sharing: createCell({ ...quietSharing, ...options.sharing }),
    exportDocuments: async () => new Map([['team', Y.encodeStateAsUpdate(doc)]]),
    files: {
      limit: 0,
      add: async () => refused({ reason: 'cannot-store' }),
      state: () => createCell({ kind: 'away' }),
      want: () => () => undefined,
      read: async () => undefined,
      held: async () => [...files.keys()],
      sealed: async (address) => files.get(address),
      async fetch(address) {
        const bytes = options.reachableFiles?.get(address)
        if (bytes) files.set(address, bytes)
        return bytes !== undefined
      },
    },
    async mergeDocuments(updates, brought = []) {
      if (options.mergeFails) throw new Error('The file is gone.')
      if (options.mergeRefused) return refused(options.mergeRefused)
      const fresh = brought.filter(({ address }) => !files.has(address))
      for (const { address, sealed } of fresh) files.set(address, new Uint8Array(await sealed()))
      const before = Y.snapshot(doc)
      const update = updates.get('team')
      if (update) Y.applyUpdate(doc, update)
      const isNew = !Y.equalSnapshots(before, Y.snapshot(doc))
      return ok({
        added: [],
        changed: isNew ? ['team'] : [],
        unchanged: isNew ? [] : ['team'],
        files: { added: fresh.length, known: brought.length - fresh.length, unusable: 0 },
      })
    },
    close: async () => undefined,
  }
}

export interface FakeDevice extends Device<TeamSnapshot> {
  /** Puts a team on the device. */
  hold(team: FakeTeam): void
}

/** `reachable`: teams that an invitation `e.<teamId>` or `v.<teamId>` leads to. */
export function createFakeDevice(reachable: readonly FakeTeam[] = []): FakeDevice {
  const held = new Map<string, FakeTeam>()
  const teams = createCell<readonly KnownTeam[]>([])
  const tell = () =>
    teams.set(
      [...held.values()].map((team) => ({
        teamId: team.teamId,
        mode: team.mode,
        name: team.directory.get().name,
        person: team.person.get(),
      })),
    )
  const hold = (team: FakeTeam) => {
    held.set(team.teamId, team)
    team.directory.subscribe(tell)
    tell()
  }
  return {
    hold,
    teams,
    async create() {
      const team = createFakeTeam({ teamId: createId(random) })
      hold(team)
      return team
    },
    async join(invitation) {
      const id = /[ev]\.([\w-]+)$/.exec(invitation)?.[1]
      if (id === undefined) return refused({ reason: 'not-an-invitation' })
      const team = held.get(id) ?? reachable.find((one) => one.teamId === id)
      if (!team) return refused({ reason: 'damaged' })
      hold(team)
      return ok(team)
    },
    async openTeam(teamId) {
      const team = held.get(teamId)
      if (!team) throw new Error('This team is not on the device.')
      return team
    },
    async forget(teamId) {
      held.delete(teamId)
      tell()
    },
    askToPersist: async () => 'granted',
  }
}
