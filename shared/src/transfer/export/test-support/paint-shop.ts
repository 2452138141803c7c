// A board that has something of everything a file can hold, and what it is saved from.
import { createTableDocument } from '../../../board/test-support'
import { descriptionOf } from '../../../board'
import { writeBoard } from '../../boards'
import type { FileBoard } from '../../boards'
import { emptyBoard, plainCard, plainColumn, plainField, plainStep } from '../../boards/file-board'
import type { TableSources } from '../tables'

export const at = (day: number) => Date.UTC(2026, 0, day, 12)

/** What customers of the team value. */
export const known = [
  { id: 'v1', name: 'A good part, first time', customer: 'Press shop' },
  { id: 'v2', name: 'On time', customer: 'Press shop' },
  { id: 'v3', name: 'On time', customer: 'Paint shop' },
]

export function sourcesOf(file: FileBoard, salt = 'a'): TableSources {
  const document = createTableDocument()
  const writing = writeBoard(file, {
    salt,
    person: 'ann',
    now: at(31),
    reasons: ['Safety'],
    untitled: 'x',
    values: known,
  })
  for (const changes of writing.changes()) document.apply(changes)
  return {
    board: document.snapshot,
    name: file.name,
    nameOf: (person) => (person === 'ann' ? 'Ann' : undefined),
    valueOf: (value) => known.find((one) => one.id === value),
    wordsOf: (card) => document.texts.get(descriptionOf(card)) ?? [],
    timeText: (time) => new Date(time).toISOString().slice(0, 16).replace('T', ' '),
    dayText: (time) => new Date(time).toISOString().slice(0, 10),
    linkOf: (card) => `https://example.org/?card=${card}`,
  }
}
export const full: FileBoard = {
  ...emptyBoard('Paint shop'),
  prefix: 'PS',
  groups: [{ key: 'g', name: 'Work' }],
  columns: [
    plainColumn('todo', 'To choose from'),
    { ...plainColumn('paint', 'Paint'), split: true, group: 'g' },
    { ...plainColumn('check', 'Check'), group: 'g' },
    plainColumn('done', 'Done'),
    plainColumn('old', 'Old column', true),
  ],
  lanes: [
    { key: 'fast', name: 'Fast', archived: false, rest: false },
    { key: 'rest', name: 'Everything else', archived: false, rest: true },
  ],
  types: [{ key: 'order', name: 'Order', colour: 'blue', archived: false }],
  fields: [
    { ...plainField('colour', 'Colour', 'choice'), choices: ['red', 'blue'], type: 'order' },
    { ...plainField('litres', 'Litres', 'number'), unit: 'l' },
    plainField('glossy', 'Glossy', 'yes-no'),
    plainField('day', 'Delivery', 'date'),
  ],
  tags: [{ key: 't', name: 'rush', colour: 'red', archived: false }],
  people: [
    { key: 'dee', name: 'Dee' },
    { key: 'omar', name: 'Omar' },
  ],
  values: [
    { key: 'first', name: 'A good part,  first time', customer: 'Somebody else' },
    { key: 'time', name: 'on time', customer: 'PAINT SHOP' },
    { key: 'whose', name: 'On time', customer: '' },
    { key: 'gone', name: 'Cheap', customer: 'Press shop' },
  ],
  reasons: [
    { key: 'safety', name: 'Safety', safety: true, archived: false },
    { key: 'paint', name: 'No paint', safety: false, archived: false },
  ],
  settings: [
    ...(['backlog', 'active', 'waiting', 'done'] as const).map((value, index) => ({
      scope: { kind: 'column', of: ['todo', 'paint', 'check', 'done'][index] as string },
      what: 'role',
      value,
      names: null,
      why: '',
      by: 'dee',
      at: at(1) + index,
    })),
    {
      scope: { kind: 'column', of: 'paint' },
      what: 'limit',
      value: 2,
      names: null,
      why: '',
      by: 'dee',
      at: at(2),
    },
    {
      scope: { kind: 'column', of: 'paint' },
      what: 'limit',
      value: 3,
      names: null,
      why: 'Two booths now',
      by: 'omar',
      at: at(9),
    },
    {
      scope: { kind: 'lane', of: 'fast' },
      what: 'limit',
      value: 1,
      names: null,
      why: '',
      by: 'dee',
      at: at(3),
    },
    {
      scope: { kind: 'person', of: 'omar' },
      what: 'limit',
      value: 1,
      names: null,
      why: '',
      by: 'omar',
      at: at(4),
    },
    {
      scope: { kind: 'board', of: '' },
      what: 'when-full',
      value: 'forbidden',
      names: null,
      why: '',
      by: 'dee',
      at: at(5),
    },
  ],
  cards: [
    {
      ...plainCard({
        key: 'a',
        title: '=SUM(A1) in the title, with "quotes"',
        at: at(1),
        journey: [
          plainStep('todo', 'added', at(1), 'dee'),
          { ...plainStep('paint', 'pulled', at(3), 'dee'), lane: 'fast', why: 'Urgent' },
          { ...plainStep('paint', 'offered', at(4), 'dee'), half: 'done', lane: 'fast' },
          { ...plainStep('paint', 'handed-over', at(5), 'dee'), with: 'omar', lane: 'fast' },
        ],
      }),
      description: ['First', 'second'],
      classOfService: 'expedite',
      due: '2026-02-01',
      spoken: '7K3QF2AB',
      type: 'order',
      size: 3,
      value: 'time',
      by: 'dee',
      tags: ['t'],
      people: [{ person: 'dee', state: 'on', by: 'dee', at: at(3) }],
      fields: { colour: 'red', litres: 2.5, glossy: true, day: '2026-01-20' },
      checklist: [
        { text: 'mix', done: { by: 'omar', at: at(4) } },
        { text: 'spray', done: null },
      ],
      comments: [{ words: 'Two coats', by: 'omar', at: at(4) }],
      web: [{ url: 'https://example.org/plan', name: 'Plan', by: 'dee', at: at(2) }],
      links: [{ kind: 'blocks', card: 'b', by: 'dee', at: at(2) }],
    },
    plainCard({
      key: 'b',
      title: 'Went back',
      at: at(2),
      journey: [
        plainStep('todo', 'added', at(2), 'dee'),
        plainStep('paint', 'pulled', at(3), 'dee'),
        plainStep('check', 'pulled', at(4), 'dee'),
        plainStep('done', 'finished', at(5), 'dee'),
        plainStep('paint', 'returned', at(6), 'omar'),
      ],
    }),
    plainCard({
      key: 'c',
      title: '-1',
      at: at(2),
      journey: [
        plainStep('todo', 'added', at(2)),
        plainStep('paint', 'pulled', at(3)),
        plainStep('done', 'finished', at(7)),
      ],
    }),
    plainCard({
      key: 'd',
      title: 'Put away',
      at: at(2),
      journey: [plainStep('todo', 'added', at(2)), plainStep('todo', 'archived', at(8))],
    }),
  ],
  blockers: [
    {
      card: 'a',
      reason: 'paint',
      words: 'Blue is out',
      by: 'dee',
      at: at(4),
      answers: [{ kind: 'coming', by: 'omar', at: at(4) + 60_000 }],
      turns: [{ kind: 'cleared', by: 'omar', at: at(5) }],
    },
    { card: null, reason: 'safety', words: 'Spill', by: 'omar', at: at(6), answers: [], turns: [] },
  ],
}
