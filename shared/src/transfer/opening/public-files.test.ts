// Public files of other tools come in with the counts and dates that were published or counted without this app.
import { describe, expect } from 'vitest'
import { pathOf, stepsOf } from '../../board'
import type { ReadBoard } from '../boards'
import { csvToBoard, suggestedMapping } from '../csv'
import { openFile } from './open-file'
import {
  cardBy,
  day,
  flow,
  idOf,
  json,
  meanings,
  onBoard,
  opened,
  options,
  ports,
  readTable,
  tableOf,
  tool,
} from './test-support/public-files'

describe('days on which states were entered', () => {
  flow('aa-style-minimal-4.csv', (bytes) => {
    const board = onBoard(readTable(bytes))
    const expected = json('2-flow-csv/aa-style-minimal-4.expected.json') as {
      published: { cfdCumulative: [string, Record<string, number>][] }
    }
    const names = board.columns.map((column) => column.name)
    expect(board.columns.map((column) => column.role)).toEqual([
      'backlog',
      'ready',
      'active',
      'active',
      'done',
    ])
    for (const [until, counts] of expected.published.cfdCumulative) {
      // A cumulative count takes a card that has passed a column for one that was in it.
      const reached = names.map(
        (_, index) =>
          [...board.journeys.values()].filter((journey) =>
            pathOf(journey).some(
              (entry) =>
                names.indexOf(board.columnsById.get(entry.to.column)?.name ?? '') >= index &&
                day(entry.at) <= until,
            ),
          ).length,
      )
      expect(Object.fromEntries(names.map((name, index) => [name, reached[index]]))).toEqual(counts)
    }
    expect([...board.cards.values()].every((card) => Object.keys(card.web).length === 1)).toBe(true)
  })
  flow('jira-to-analytics-jabopiti.csv', (bytes) => {
    const board = onBoard(readTable(bytes))
    const { recomputed } = json('2-flow-csv/jira-to-analytics-jabopiti.expected.json') as {
      recomputed: { firstDone: string; lastDone: string; itemsInLast100Days: number }
    }
    expect(board.cards.size).toBe(200)
    const done = [...board.journeys.values()].flatMap(({ finishedAt }) =>
      finishedAt === null ? [] : [day(finishedAt)],
    )
    expect([done.toSorted()[0], done.toSorted().at(-1)]).toEqual([recomputed.firstDone, recomputed.lastDone])
    const since = day(Date.parse(recomputed.lastDone) - 99 * 86_400_000)
    expect(done.filter((one) => one >= since).length).toBe(recomputed.itemsInLast100Days)
    const { journey } = cardBy(board, 'DATA-1')
    expect(journey && stepsOf(journey).map(({ at }) => day(at))).toEqual([
      '2018-04-16',
      '2018-08-22',
      '2018-09-05',
      '2018-09-25',
      '2018-09-26',
    ])
  })
  flow('done-dates-only.csv', (bytes) => {
    const board = onBoard(readTable(bytes))
    const days = new TextDecoder().decode(bytes).trim().split(/\r?\n/u).slice(1)
    expect(board.cards.size).toBe(118)
    expect([...board.journeys.values()].map(({ finishedAt }) => day(finishedAt)).sort()).toEqual(days.sort())
  })
})

describe('days of start and end', () => {
  flow('flowmetricscsv-us-dates-semicolon.csv', (bytes) => {
    const table = tableOf(bytes)
    expect([table.separator, table.encoding]).toEqual([';', 'utf-8'])
    expect(table.columns.map(({ meaning, dates }) => [meaning, dates?.order, dates?.isSure])).toEqual([
      ['finished', 'month-first', true],
      ['started', 'month-first', true],
      ['id', undefined, undefined],
      ['size', undefined, undefined],
    ])
    const board = onBoard(readTable(bytes))
    const { recomputed } = json('2-flow-csv/flowmetricscsv-us-dates-semicolon.expected.json') as {
      recomputed: {
        rows: number
        closed: number
        firstClosed: string
        lastClosed: string
        cycleTimeInclusiveDays: Record<string, number>
      }
    }
    expect(board.cards.size).toBe(recomputed.rows)
    const journeys = [...board.journeys.values()]
    const finished = journeys
      .flatMap(({ finishedAt }) => (finishedAt === null ? [] : [finishedAt]))
      .sort((a, b) => a - b)
    expect(finished.length).toBe(recomputed.closed)
    const text = (at: number | undefined) => new Date(at ?? 0).toISOString().slice(0, 19).replace('T', ' ')
    expect([text(finished[0]), text(finished.at(-1))]).toEqual([
      recomputed.firstClosed,
      recomputed.lastClosed,
    ])
    const cycles = journeys
      .flatMap(({ startedAt, finishedAt }) =>
        startedAt === null || finishedAt === null
          ? []
          : [(Date.parse(day(finishedAt)) - Date.parse(day(startedAt))) / 86_400_000 + 1],
      )
      .sort((a, b) => a - b)
    expect(cycles.length).toBe(recomputed.closed)
    for (const [share, days] of Object.entries(recomputed.cycleTimeInclusiveDays)) {
      const place = Number(share) * (cycles.length - 1)
      const [low = 0, high = 0] = [cycles[Math.floor(place)], cycles[Math.ceil(place)]]
      expect(low + (high - low) * (place - Math.floor(place))).toBeCloseTo(days, 6)
    }
  })
  flow('lighthouse-team-valid-with-optional.csv', (bytes) => {
    const read = readTable(bytes)
    const board = onBoard(read)
    expect(board.columns.map(({ name, role, used }) => [name, role, used])).toEqual([
      ['To Do', 'ready', 1],
      ['In Progress', 'active', 2],
      ['Done', 'done', 2],
    ])
    const { card, journey } = cardBy(board, 'Bug Title')
    expect([day(card.at), day(journey?.startedAt), day(journey?.finishedAt)]).toEqual([
      '2025-01-10',
      '2025-01-12',
      '2025-01-18',
    ])
    expect(Object.keys(card.tags).map((tag) => board.tags.get(tag)?.name)).toEqual(['bug', 'critical'])
    // Three rows have a date that their state speaks against: two are in progress and closed, one is to do and started.
    expect(read.remarks).toContainEqual({ kind: 'note', what: 'dates-against-state', count: 3 })
  })
  flow('lighthouse-invalid-missing-required.csv', (bytes) => {
    const table = tableOf(bytes)
    const read = csvToBoard(table, suggestedMapping(table), 'x', options)
    expect(read).toEqual({
      ok: false,
      error: { count: 1, first: [{ reason: 'no-start', line: 1, column: 'ClosedDate', value: '' }] },
    })
    expect(readTable(bytes, (mapping) => ({ ...mapping, startUnknown: true })).board.cards.length).toBe(5)
  })
  flow('lighthouse-invalid-not-csv.csv', (bytes) => {
    expect(openFile(bytes, options, ports)).toEqual({ ok: false, error: { reason: 'not-csv', line: 1 } })
  })
})

describe('logs of changes', () => {
  flow('jira-changelog-jsherer.csv', (bytes) => {
    const board = onBoard(readTable(bytes))
    const { published } = json('2-flow-csv/jira-changelog-jsherer.expected.json') as {
      published: {
        lastIssueStatus: Record<string, number>
        cycleTimeDays: { first5: Record<string, number> }
      }
    }
    expect(board.cards.size).toBe(225)
    const issues = [...board.cards.values()].filter(
      (card) => card.at >= Date.UTC(2020, 5, 1) && card.at < Date.UTC(2020, 7, 1),
    )
    const last: Record<string, number> = {}
    for (const { id } of issues) {
      const journey = board.journeys.get(id)
      const name =
        (journey?.entries.length ?? 0) < 2 ? '(none)' : board.columnsById.get(journey?.column ?? '')?.name
      last[name ?? ''] = (last[name ?? ''] ?? 0) + 1
    }
    expect(last).toEqual(published.lastIssueStatus)
    for (const [key, days] of Object.entries(published.cycleTimeDays.first5)) {
      const { journey } = cardBy(board, key)
      let weekend = 0
      const [from, to] = [journey?.startedAt ?? 0, journey?.finishedAt ?? 0]
      for (let at = Date.parse(day(from)); at < Date.parse(day(to)); at += 86_400_000)
        if ([0, 6].includes(new Date(at).getUTCDay())) weekend++
      expect((to - from) / 86_400_000 - weekend).toBeCloseTo(days, 4)
    }
  })
  flow('jira-cloud-issues-with-changelog.json', (bytes) => {
    const result = opened(bytes)
    if (result.kind !== 'boards') throw new Error('not boards')
    const board = onBoard(result.boards[0] as ReadBoard)
    const facts = json('2-flow-csv/jira-cloud-issues-with-changelog.facts.json') as {
      key: string
      summary: string
      status: string
      created: string
      statusChanges: [string, string, string][]
    }[]
    expect(board.cards.size).toBe(facts.length)
    for (const fact of facts) {
      const { card, journey } = cardBy(board, fact.summary)
      const name = (column: string) => board.columnsById.get(column)?.name
      expect([idOf(board, card.id), name(journey?.column ?? ''), card.at]).toEqual([
        fact.key,
        fact.status,
        Date.parse(fact.created),
      ])
      expect(
        journey &&
          pathOf(journey)
            .slice(1)
            .map((entry) => [entry.at, name(entry.to.column)]),
      ).toEqual(fact.statusChanges.map(([at, , to]) => [Date.parse(at), to]))
    }
    expect(board.columns.find((column) => column.name === 'In Progress')?.limit).toBe(3)
  })
})

describe('tables with states', () => {
  flow('heartbeat-a-board-data.csv', (bytes) => {
    const board = onBoard(readTable(bytes))
    // Velocity and throughput that the file's own tool was to compute.
    const done = [...board.cards.values()].filter(({ id }) => board.journeys.get(id)?.finishedAt != null)
    expect([done.length, done.reduce((sum, card) => sum + (card.size ?? 0), 0)]).toEqual([9, 17])
    expect(board.cards.size).toBe(22)
    const { card, journey } = cardBy(board, '[Backend] Verify board and obtain board data with new API')
    expect(day(journey?.finishedAt)).toBe('2024-01-19')
    const field = [...board.basis.tables.fields.values()].find((one) => one.name === 'Cycle Time')
    expect([field?.kind, card.fields[field?.id ?? '']]).toEqual(['number', 9.95])
    expect(Object.keys(cardBy(board, board.cards.get(card.id)?.title ?? '').card.tags).length).toBe(1)
  })
  flow('heartbeat-a-metric-data.expected.csv', (bytes) => {
    // A table of figures is no board: nothing in it is a title or a date of a card.
    const table = tableOf(bytes)
    const read = csvToBoard(table, suggestedMapping(table), 'x', options)
    expect(read.ok ? undefined : read.error.first[0]).toMatchObject({ reason: 'no-title', line: 1 })
  })
  flow('jira-cloud-native-csv.csv', (bytes) => {
    expect(meanings(bytes)).toMatchObject({
      Summary: 'title',
      'Issue key': 'id',
      Status: 'state',
      Created: 'created',
      'Due date': 'due',
      Comment: 'comment',
      Attachment: 'web',
      'Assignee Id': 'ignore',
    })
    const board = onBoard(readTable(bytes))
    expect(board.cards.size).toBe(2)
    const { card } = cardBy(board, 'SUMMARY2')
    expect([new Date(card.at).toISOString(), card.due]).toEqual(['2024-01-09T15:54:00.000Z', '2024-01-10'])
    expect(Object.values(card.web).map(({ name, url }) => [name, url.slice(0, 35)])).toEqual([
      ['alegria.png', 'https://example.atlassian.net/rest/'],
    ])
    expect([...board.comments.values()].map(({ words, at }) => [words, new Date(at).toISOString()])).toEqual([
      ['comentario [~accountid:acct-1]', '2024-01-09T15:55:00.000Z'],
    ])
  })
  flow('github-projects-tasks.tsv', (bytes) => {
    const board = onBoard(readTable(bytes))
    expect(board.cards.size).toBe(19)
    expect(board.guests.size).toBe(3)
    const status = new TextDecoder()
      .decode(bytes)
      .trim()
      .split(/\r?\n/u)
      .slice(1)
      .map((line) => line.split('\t')[3])
    for (const column of board.columns)
      expect(column.used).toBe(status.filter((one) => one === column.name).length)
  })
  tool('wekan-import.csv', (bytes) => {
    const read = readTable(bytes)
    const board = onBoard(read)
    expect(board.columns.map((column) => [column.name, column.used])).toEqual([
      ['Stage 1', 6],
      ['Stage 2', 6],
      ['Stage 3', 7],
      ['Stage 4', 6],
    ])
    const { card } = cardBy(board, 'Test card 1')
    expect([card.due, day(card.at)]).toEqual(['2020-05-06', '2020-03-20'])
    expect(
      Object.keys(card.people)
        .map((id) => board.guests.get(id)?.name)
        .sort(),
    ).toEqual(['testuser1', 'testuser2'])
  })
})
