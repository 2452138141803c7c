// Bounds that a relay holds its clients to, with defaults for a team's own server.
import { LIMITS } from '@yokoten/shared/sync'

const KiB = 1024
const MiB = 1024 * KiB

export interface RelaySettings {
  /** Origins that are let in; undefined: all, the proof records which. */
  readonly origins: readonly string[] | undefined
  /** Asked of who creates a team, or undefined. */
  readonly teamToken: string | undefined
  /** Connections from one address at once; private networks are not counted. 0: no limit. */
  readonly connectionsPerAddress: number
  /** Teams that one address may create in an hour; private networks are not counted. 0: no limit. */
  readonly newTeamsPerHour: number
  readonly documentsPerTeam: number
  readonly bytesPerTeam: number
  readonly messageBytes: number
  readonly frameBytes: number
  /** Bytes of one sealed file, and how many are taken or given at once. */
  readonly blobBytes: number
  readonly blobsAtOnce: number
  /** Documents open on one connection. */
  readonly openDocuments: number
  /** Sustained rates of one connection, a second, and how far it may run ahead. */
  readonly rate: {
    readonly messages: number
    readonly messageBurst: number
    readonly bytes: number
    readonly byteBurst: number
  }
  /** Bytes of frames of one connection that wait for the disk; above it the connection is not read. */
  readonly waitingBytes: number
  /** Bytes that wait for the network of one connection; above it nothing is sent until it drains. */
  readonly sendingBytes: number
  /** A snapshot is asked for from so many frames on, once they weigh half of what the snapshot does, or at `frames` x 10. */
  readonly snapshotFrames: number
  /** Milliseconds that an editor has for a snapshot before another is asked. */
  readonly snapshotMs: number
}

export const DEFAULTS: RelaySettings = {
  origins: undefined,
  teamToken: undefined,
  connectionsPerAddress: 100,
  newTeamsPerHour: 20,
  documentsPerTeam: 2_000,
  bytesPerTeam: 2 * 1024 * MiB,
  messageBytes: LIMITS.messageBytes,
  frameBytes: LIMITS.frameBytes,
  blobBytes: LIMITS.blobBytes,
  blobsAtOnce: 32,
  openDocuments: 500,
  rate: { messages: 5_000, messageBurst: 20_000, bytes: 8 * MiB, byteBurst: 64 * MiB },
  waitingBytes: 8 * MiB,
  sendingBytes: 1 * MiB,
  snapshotFrames: 500,
  snapshotMs: 60_000,
}
