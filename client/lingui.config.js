// Texts: one JSON catalog a room and language, explicit ids, compiled by the build.
import { formatter } from '@lingui/format-json'

export const rooms = [
  'app',
  'design',
  'hats',
  'session',
  'team',
  'board',
  'map',
  'playbook',
  'proposals',
  'prose',
  'transfer',
]

export default {
  locales: ['en'],
  sourceLocale: 'en',
  format: formatter({ style: 'minimal', explicitIdAsDefault: true }),
  catalogs: rooms.map((room) => ({ path: `<rootDir>/src/text/{locale}/${room}`, include: [] })),
}
