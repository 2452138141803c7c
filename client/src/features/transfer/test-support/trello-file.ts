// A small Trello export with one of each thing that matters to an import.
const at = (minutes: number): string => new Date(Date.UTC(2026, 0, 5, 8, minutes)).toISOString()
/** Trello's ids begin with the second of making, in hexadecimal. */
const id = (index: number): string => (0x695b7000 + index).toString(16) + '0000000000000000'

export const trelloExport = {
  name: 'Paint shop',
  lists: [
    { id: id(1), name: 'To do', closed: false, pos: 1, softLimit: null },
    { id: id(2), name: 'Doing', closed: false, pos: 2, softLimit: 2 },
    { id: id(3), name: 'Done', closed: false, pos: 3, softLimit: null },
  ],
  cards: [
    {
      id: id(10),
      idList: id(2),
      name: 'Mix colour 4',
      desc: 'With the new hardener',
      closed: false,
      pos: 1,
      due: null,
      idLabels: [id(20)],
      idMembers: [id(30)],
      attachments: [{}, {}],
    },
    { id: id(11), idList: id(3), name: 'Clean the booth', desc: '', closed: true, pos: 2 },
  ],
  labels: [{ id: id(20), name: 'rush', color: 'red' }],
  members: [{ id: id(30), fullName: 'Dee Rohan', username: 'dee' }],
  checklists: [],
  actions: [
    {
      id: id(40),
      type: 'updateCard',
      date: at(30),
      idMemberCreator: id(30),
      data: {
        card: { id: id(10) },
        listBefore: { id: id(1), name: 'To do' },
        listAfter: { id: id(2), name: 'Doing' },
      },
    },
  ],
} as const

export const trelloText = JSON.stringify(trelloExport)
