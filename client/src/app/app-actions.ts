// What can be done from anywhere.
import { appearance } from '../design/appearance'
import type { Action } from '../input'
import { text } from '../text'
import { roomPath } from './routes'
import type { Room } from './routes'

interface AppActionsNeeds {
  /** Undefined outside a team. */
  readonly team: string | undefined
  navigate(path: string): void
  openPalette(): void
  openHelp(): void
  openScanner(): void
}

export function appActions({
  team,
  navigate,
  openPalette,
  openHelp,
  openScanner,
}: AppActionsNeeds): Action[] {
  const group = text('app.group.go')
  const go = (room: Room, label: string, keys: readonly string[]): Action => ({
    id: `app.go.${room}`,
    label,
    keys,
    group,
    run: () => team !== undefined && navigate(roomPath(team, room)),
  })
  const inTeam =
    team === undefined
      ? []
      : [
          go('board', text('app.go.board'), ['Alt+1']),
          go('map', text('app.go.map'), ['Alt+2']),
          go('team', text('app.go.team'), ['Alt+3']),
          go('settings', text('app.go.settings'), ['Mod+,']),
          { id: 'app.scan', label: text('app.act.scan'), group, run: openScanner },
        ]
  const help = text('app.group.help')
  const settings = text('app.group.settings')
  const look = () => appearance.get()
  return [
    { id: 'app.palette', label: text('app.palette.title'), keys: ['Mod+K'], group: help, run: openPalette },
    { id: 'app.help', label: text('app.help.title'), keys: ['?'], group: help, run: openHelp },
    {
      id: 'app.glove',
      label: text('app.act.glove'),
      group: settings,
      run: () => appearance.change({ size: look().size === 'glove' ? 'normal' : 'glove' }),
    },
    {
      id: 'app.dark',
      label: text('app.act.dark'),
      group: settings,
      run: () =>
        appearance.change({ theme: document.documentElement.dataset.theme === 'dark' ? 'light' : 'dark' }),
    },
    {
      id: 'app.contrast',
      label: text('app.act.contrast'),
      group: settings,
      run: () =>
        appearance.change({
          contrast: document.documentElement.dataset.contrast === 'more' ? 'normal' : 'more',
        }),
    },
    ...inTeam,
    { id: 'app.go.teams', label: text('app.go.teams'), group, run: () => navigate('/teams') },
  ]
}
