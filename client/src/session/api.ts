// What screens may ask of the session: documents as snapshots and commands, who is here, and how far edits have got.
import type { ActWrite, Texts } from '@yokoten/shared/doc'
import type {
  Change,
  Command,
  DocumentOf,
  JsonObject,
  NotFree,
  PermitFor,
  Result,
  Told,
} from '@yokoten/shared/kernel'

export type { ActWrite, Texts }

/** A value that changes: read it, be told. `get` returns the same reference until the value differs. */
export interface Readable<T> {
  get(): T
  subscribe(listener: () => void): () => void
}

/** Why a document cannot be written at all, before any rule of its room is asked. */
export type Unwritable = {
  readonly reason: 'view-only' | 'newer-version' | 'other-app-version' | 'not-open'
}

/** Something that somebody wanted to do and that is not theirs alone to decide. */
export interface Asked {
  /** The document's name inside the team. */
  readonly document: string
  readonly command: { readonly name: string; readonly version: number }
  readonly args: unknown
  readonly refused: NotFree
}

/** What a command did. */
export interface Done {
  readonly document: string
  readonly command: string
  readonly changes: readonly Change[]
  /** The document's snapshot as it was before. */
  readonly before: unknown
}

/** What the team has agreed about acts, asked before anything is written, and where acts are told of. */
export interface Agreement {
  readonly permit: PermitFor
  /** Called once a command has done what others are to be told of. */
  tell(told: Told, done: Done): void
  /** Called where an act is not free, whatever room it is of: the way on is a proposal. */
  ask(asked: Asked): void
}

/** What came of an undo: what was undone (the command's name), or why nothing was. */
export type UndoOutcome =
  | { readonly done: true; readonly command: string }
  | { readonly done: false; readonly reason: 'nothing' | 'superseded' | 'final' }
  /** It is not free by now: the way on is a proposal, which has been asked for. */
  | { readonly done: false; readonly reason: 'not-free' }
  /** Someone built on it since; `by` is a person's id where it is known. */
  | { readonly done: false; readonly reason: 'changed'; readonly by: string | undefined }

/** The last act that undo and redo would touch, as command names; undefined: nothing. */
export interface UndoState {
  readonly undo: string | undefined
  readonly redo: string | undefined
}

/** How far the edits of this device have got. Counts are edits, not bytes. */
export interface Sharing {
  /** `insecure`: the page is not in a secure context, so it works live only. */
  readonly connection: 'connected' | 'connecting' | 'offline' | 'insecure-connected'
  /** Changed here, not yet on this device's disk. */
  readonly changed: number
  /** On this device's disk, not yet at a meeting point. */
  readonly kept: number
  /** Photos and files of the team on this device's disk, at no meeting point yet. Of a document: always 0. */
  readonly files: number
  /** Other devices known to hold everything this one has. */
  readonly otherDevices: number
  /** Of one document: nothing has been written in it yet, so that there is nothing for others to hold. */
  readonly blank?: true
  /** `failing`: this device cannot store right now, edits live in this tab only. */
  readonly storage: 'ok' | 'failing' | 'full' | 'none'
  /** Sealed frames that were dropped because they were altered or foreign, for diagnostics. */
  readonly badFrames: number
  /** A sentence's id worth showing (a relay's refusal, a hole in the history), or undefined. */
  readonly trouble: string | undefined
  /** A connected meeting point has given everything it has. */
  readonly caughtUp: boolean
}

/** What one device tells the others while it is here. Never stored. */
export interface Presence {
  readonly person: string
  readonly name: string
  readonly colour: string
  /** The document's room and the item looked at, e.g. a card's id. */
  readonly looking?: { readonly room: string; readonly item?: string }
  /** On a map: the pointer in canvas coordinates. */
  readonly cursor?: { readonly x: number; readonly y: number }
  /** On a map or board: what is being dragged, and where to. */
  readonly dragging?: { readonly item: string; readonly x: number; readonly y: number }
}

/** Everybody else looking at a document, one entry a device. */
export interface Peers extends Readable<ReadonlyMap<number, Presence>> {
  /** Merges into what this device shows; `undefined` takes a part away. */
  show(part: { readonly [K in 'looking' | 'cursor' | 'dragging']?: Presence[K] | undefined }): void
}

export interface DocumentHandle<S> extends Readable<S> {
  readonly id: string
  readonly kind: string
  readonly writable: true | Unwritable['reason']
  /**
   * Decides on the current snapshot, as the team has agreed, and writes what was decided in one transaction. Where the
   * act is not free, nothing is written and the refusal says how it can be done.
   */
  run<A, R>(command: Command<S, A, R>, args: A): Result<void, R | Unwritable | NotFree>
  /** A row or entry by the name of its collection, as it was read; for what a proposal builds on. */
  item(collection: string, id: string): JsonObject | undefined
  undo(): UndoOutcome
  redo(): UndoOutcome
  readonly undoState: Readable<UndoState>
  /** What the act wrote that undo or redo would touch, for the sentence that says which one it is. */
  undoWrites(direction: 'undo' | 'redo'): readonly ActWrite[]
  /** The words of all shared prose, for searching. */
  readonly texts: Texts
  readonly peers: Peers
  readonly sharing: Readable<Sharing>
  /** The shared prose under an id, for the text editor, which is the one other writer of a document. */
  prose(id: string): Prose
  /** Lets go; the document closes when the last holder has. */
  release(): void
}

/** What the text editor binds to; typed loosely here so that only the editor's module pulls in Yjs. */
export interface Prose {
  readonly fragment: unknown
  readonly awareness: unknown
  readonly writable: boolean
  /** Whose caret it is, by the client that shows it. */
  readonly who: (client: number) => Pick<Presence, 'name' | 'colour'> | undefined
}

/** Where a file's bytes are, as far as this device knows. `trouble`: a sentence's id, where there is one to say. */
export type FileState =
  /** Whole on this device. `delivered`: at a meeting point too, so that the others can have it. */
  | { readonly kind: 'here'; readonly delivered: boolean; readonly trouble: string | undefined }
  /** Not on this device, and nobody has asked for it. */
  | { readonly kind: 'away' }
  | { readonly kind: 'fetching' }
  /** Asked for; comes when a meeting point is reached. */
  | { readonly kind: 'waiting' }
  /** Asked for; no meeting point that is reached has it, or has it yet. */
  | { readonly kind: 'not-found' }
  /** What came was not this file, or the meeting point refused; it is asked for again from time to time. */
  | { readonly kind: 'failed'; readonly trouble: string | undefined }

export type FileRefused =
  Unwritable | { readonly reason: 'too-large'; readonly limit: number } | { readonly reason: 'cannot-store' }

/** A team's photos and files: sealed on this device, kept here, put and fetched through the meeting points. */
export interface TeamFiles {
  /** Bytes that a file may have. */
  readonly limit: number
  /** Seals a file and keeps it on this device; it goes out by itself. Gives its address, to be written on a document. */
  add(file: Uint8Array): Promise<Result<string, FileRefused>>
  /** The same readable for the same address. Reading it asks for nothing. */
  state(address: string): Readable<FileState>
  /** Asks for a file, and again from time to time until it is here or the result is called. */
  want(address: string): () => void
  /** Asks the meeting points for a file once. Whether it is on this device now; false soon where none is reached. */
  fetch(address: string): Promise<boolean>
  /** The file's bytes where they are on this device. */
  read(address: string): Promise<Uint8Array<ArrayBuffer> | undefined>
  /** Addresses of all files on this device, whatever they hang on. */
  held(): Promise<readonly string[]>
  /** The file's bytes as they were sealed, where they are on this device: to be carried by hand. */
  sealed(address: string): Promise<Uint8Array<ArrayBuffer> | undefined>
}

/** A sealed file brought by hand. `sealed` is asked for when its turn comes, and not kept in memory. */
export interface BroughtFile {
  readonly address: string
  sealed(): Promise<Uint8Array>
}

/** What bringing files by hand came to, in numbers. */
export interface BroughtFiles {
  readonly added: number
  /** On this device before. */
  readonly known: number
  /** Not what their address says, or not of this team. */
  readonly unusable: number
}

/** A team as the device knows it without opening it. */
export interface KnownTeam {
  readonly teamId: string
  /** Last name seen in the team's directory, or what the creator typed. */
  readonly name: string
  readonly mode: 'edit' | 'view'
  /** The person this device last was in that team. */
  readonly person: string | undefined
}

/** What merging documents brought by hand came to, by document name. */
export interface MergeSummary {
  /** Documents that this device did not have. */
  readonly added: readonly string[]
  /** Documents that had something new in the file. */
  readonly changed: readonly string[]
  readonly unchanged: readonly string[]
  readonly files: BroughtFiles
}

/** Why documents brought by hand were not merged. Nothing of any of them was taken. */
export type MergeRefused =
  | Unwritable
  | { readonly reason: 'damaged' | 'document-newer'; readonly document: string }
  | { readonly reason: 'cannot-store' }

/**
 * Words of this device that the others may not read yet, e.g. a hand that lies face down. They outlive a reload, and
 * go nowhere.
 */
export interface KeptBack {
  get(key: string): Promise<string | undefined>
  /** Resolves when the words are on the disk. */
  put(key: string, words: string): Promise<void>
}

export interface TeamSession<D> {
  readonly teamId: string
  readonly mode: 'edit' | 'view'
  /** The team's directory document: people, documents, name. */
  readonly directory: DocumentHandle<D>
  /** Who is at this device; needed before a command can run. */
  readonly person: Readable<string | undefined>
  becomePerson(id: string): Promise<void>
  /** From now on the commands of every document ask this; `undefined`: everything is free. */
  agree(agreement: Agreement | undefined): void
  /** Loads a document of the team from the device, then follows the relays. */
  open<S>(spec: DocumentOf<S>, documentId: string): Promise<DocumentHandle<S>>
  /** Links for others; `edit` is undefined where this device has the view invitation only. */
  readonly invitations: { readonly edit: string | undefined; readonly view: string }
  /**
   * A meeting point's clock minus this device's, in ms; undefined until one has told its time. What follows from a
   * deadline is written only by that clock, and only where a document is caught up.
   */
  readonly relayOffset: Readable<number | undefined>
  /** Sharing of all open documents together. */
  readonly sharing: Readable<Sharing>
  readonly files: TeamFiles
  readonly keptBack: KeptBack
  /** Every document of the team that this device has, as one compacted update (V1) each, by name. */
  exportDocuments(): Promise<ReadonlyMap<string, Uint8Array>>
  /**
   * Merges such updates and sealed files, all of them or none, and shares what is new like an edit of this device.
   * Rejects, with nothing taken, where a file's bytes cannot be had.
   */
  mergeDocuments(
    updates: ReadonlyMap<string, Uint8Array>,
    files?: readonly BroughtFile[],
  ): Promise<Result<MergeSummary, MergeRefused>>
  close(): Promise<void>
}

export interface Device<D> {
  readonly teams: Readable<readonly KnownTeam[]>
  /** Makes a team on this device, offline. */
  create(name: string): Promise<TeamSession<D>>
  /** Joins by a link, or by the text of one. */
  join(
    invitation: string,
  ): Promise<Result<TeamSession<D>, { readonly reason: 'not-an-invitation' | 'damaged' }>>
  openTeam(teamId: string): Promise<TeamSession<D>>
  /** Takes a team off this device; what was not shared is lost, so the screen asks first. */
  forget(teamId: string): Promise<void>
  /** Asks the browser to keep the data; the answer is shown in settings. */
  askToPersist(): Promise<'granted' | 'denied' | 'unsupported'>
}
