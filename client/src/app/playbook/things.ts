// Things that proposals belong to, by their links: what they are called, where they stand, and which there are.
import { boardDocument, isPutAway, spokenId } from '@yokoten/shared/board'
import type { BoardSnapshot } from '@yokoten/shared/board'
import type { DocumentOf } from '@yokoten/shared/kernel'
import type { MapSnapshot } from '@yokoten/shared/map'
import { currentVersion, titleOf } from '@yokoten/shared/playbook'
import type { PlaybookSnapshot } from '@yokoten/shared/playbook'
import type { LinkedThing, ProposalTools, Thing } from '../../features/playbook'
import type { DocumentHandle } from '../../session/api'
import { text } from '../../text'
import type { AppTeam } from '../device-context'
import { documentPath, teamPath, valuePaths } from '../routes'

const cardWords = (board: BoardSnapshot, card: string): string =>
  `${spokenId(board, card)} ${board.cards.get(card)?.title ?? ''}`.trim()

function cardsOn(id: string, name: string, board: BoardSnapshot): readonly Thing[] {
  const cards: Thing[] = []
  board.cards.each((row) => {
    if (isPutAway(board, row.id)) return
    const note = text('proposals.links.thing.card', { name })
    cards.push({ link: `card:${id}/${row.id}`, label: cardWords(board, row.id), note })
  })
  return cards
}

const stepsOn = (id: string, name: string, map: MapSnapshot): readonly Thing[] =>
  map.nodeIds.flatMap((node): Thing[] => {
    const row = map.nodes.get(node)
    if (row?.kind !== 'process' || row.name === '') return []
    const note = text('proposals.links.thing.step', { name })
    return [{ link: `step:${id}/${node}`, label: row.name, note }]
  })

/** `<kind>:<document>/<item>`, or `<kind>:<id>` alone. */
function takenApart(link: string): { readonly kind: string; readonly id: string; readonly item: string } {
  const [, kind = '', id = '', item = ''] = /^([a-z]+):([^/]+)(?:\/(.+))?$/u.exec(link) ?? []
  return { kind, id, item }
}

export function createThings(
  team: AppTeam,
  playbook: DocumentHandle<PlaybookSnapshot>,
): Pick<ProposalTools, 'linked' | 'things'> & {
  /** Names of the boards' columns, by id. */
  columns(): Promise<ReadonlyMap<string, string>>
} {
  const { teamId } = team
  const listed = (id: string) => team.directory.get().documentsById.get(id)

  /** Undefined where it is not listed on this device. */
  async function lookInto<S, T>(
    spec: DocumentOf<S>,
    id: string,
    task: (snapshot: S) => T,
  ): Promise<T | undefined> {
    if (listed(id)?.kind !== spec.kind) return undefined
    const handle = await team.open(spec, `${spec.kind}/${id}`)
    try {
      return task(handle.get())
    } finally {
      handle.release()
    }
  }

  const decisions = (): readonly Thing[] =>
    playbook.get().cases.map((one) => ({
      link: `decision:${one.proposal.id}`,
      label: titleOf(one, currentVersion(one)),
      note: text('proposals.links.thing.decision'),
    }))

  const boards = (): readonly Thing[] => {
    const { documents, documentsById } = team.directory.get()
    return documents.flatMap((id): Thing[] => {
      const document = documentsById.get(id)
      if (document?.kind !== 'board') return []
      return [{ link: `board:${id}`, label: document.name, note: text('proposals.links.thing.board') }]
    })
  }

  const values = (): readonly Thing[] =>
    team.directory.get().values.map((id) => ({
      link: `value:${id}`,
      label: team.directory.get().valuesById.get(id)?.words ?? '',
      note: text('proposals.links.thing.value'),
    }))

  return {
    async linked(link): Promise<LinkedThing | undefined> {
      const { kind, id, item } = takenApart(link)
      const paths = valuePaths(teamId)
      if (kind === 'card') {
        const card = await lookInto(boardDocument, id, (board) =>
          board.cards.has(item) ? cardWords(board, item) : undefined,
        )
        return card === undefined
          ? undefined
          : { label: text('proposals.links.card', { card }), path: paths.card(id, item) }
      }
      if (kind === 'step') {
        const { mapDocument } = await import('@yokoten/shared/map')
        const step = await lookInto(mapDocument, id, (map) => map.nodes.get(item)?.name)
        return step === undefined
          ? undefined
          : { label: text('proposals.links.step', { step }), path: paths.step(id, item) }
      }
      if (kind === 'decision') {
        const one = playbook.get().casesById.get(id)
        const title = one && titleOf(one, currentVersion(one))
        return title === undefined
          ? undefined
          : { label: text('proposals.links.decision', { title }), path: teamPath(teamId, 'decisions') }
      }
      if (kind === 'value') {
        const value = team.directory.get().valuesById.get(id)?.words
        return value === undefined
          ? undefined
          : { label: text('proposals.links.value', { value }), path: paths.purpose }
      }
      const board = kind === 'board' ? listed(id) : undefined
      if (board?.kind !== 'board') return undefined
      const { name } = board
      return { label: text('proposals.links.board', { name }), path: documentPath(teamId, 'board', id) }
    },
    async columns() {
      const names = new Map<string, string>()
      for (const id of team.directory.get().documents) {
        const on = lookInto(boardDocument, id, (board) => board.columnsById)
        for (const [column, { name }] of (await on.catch(() => undefined)) ?? []) names.set(column, name)
      }
      return names
    },
    async things() {
      const { mapDocument } = await import('@yokoten/shared/map')
      const { documents } = team.directory.get()
      const found: Thing[] = []
      for (const id of documents) {
        const name = listed(id)?.name ?? ''
        // One that cannot be opened has nothing to offer; the rest has.
        const on =
          listed(id)?.kind === 'board'
            ? lookInto(boardDocument, id, (board) => cardsOn(id, name, board))
            : lookInto(mapDocument, id, (map) => stepsOn(id, name, map))
        found.push(...((await on.catch(() => undefined)) ?? []))
      }
      return [...found, ...values(), ...boards(), ...decisions()]
    },
  }
}
