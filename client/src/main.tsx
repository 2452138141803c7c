// The composition root: the device, the updates and the app are put together here and nowhere else.
import './design/base.css'
import { createRoot } from 'react-dom/client'
import { App } from './app/app'
import { createTeamKeeper } from './app/team-keeper'
import { appVersion } from './app/version'
import { appearance } from './design/appearance'
import { startUpdates } from './pwa/start-updates'
import { createDevice } from './session'

appearance.follow()
const device = createDevice({ appVersion })
const keeper = createTeamKeeper(device)
const updates = startUpdates(keeper.changed)
const root = document.getElementById('root')
if (!root) throw new Error('index.html has no #root.')
createRoot(root).render(<App device={device} keeper={keeper} updates={updates} />)
