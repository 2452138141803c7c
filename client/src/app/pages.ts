// The pages, each loaded when it is first shown.
import { lazy } from 'react'

export const BoardPage = lazy(async () => ({ default: (await import('../features/board')).BoardPage }))
export const WallPage = lazy(async () => ({ default: (await import('../features/board')).WallPage }))
export const MapPage = lazy(async () => ({ default: (await import('../features/map')).MapPage }))
export const TeamPage = lazy(async () => ({ default: (await import('../features/team')).TeamPage }))
export const PurposePage = lazy(async () => ({ default: (await import('../features/team')).PurposePage }))
export const LeadingPage = lazy(async () => ({ default: (await import('../features/team')).LeadingPage }))
export const LinePage = lazy(async () => ({ default: (await import('../features/team')).LinePage }))
export const PlaybookRoom = lazy(async () => ({ default: (await import('./playbook-room')).PlaybookRoom }))
export const PlaybookKeeper = lazy(async () => ({
  default: (await import('./playbook/playbook-keeper')).PlaybookKeeper,
}))
export const StartPage = lazy(async () => ({ default: (await import('../features/team')).StartPage }))
export const WhoPage = lazy(async () => ({ default: (await import('../features/team')).WhoPage }))
export const SettingsPage = lazy(async () => ({ default: (await import('./settings-page')).SettingsPage }))
