// The team's screens: first steps on a device, and the team's own page.
export { StartPage } from './start-page'
export type { StartPageProps } from './start-page'
export { WhoPage } from './who-page'
export { TeamPage } from './team-page'
export type { TeamPageProps } from './team-page'
export { default as InviteDialog } from './parts/invite-dialog'
