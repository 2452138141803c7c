// Scanning a code from inside a team: a station's or another place in a team, or an invitation to one.
import { useLocation } from 'wouter'
import ScannerDialog from '../design/scanner/scanner-dialog'
import { looksLikeInvitation } from '../features/team/invitation-link'
import { text } from '../text'
import { ROUTES, pathOfLink } from './routes'

/** Where a code leads inside the app; undefined where it leads nowhere. */
const placeIn = (code: string): string | undefined =>
  looksLikeInvitation(code) ? ROUTES.join + code.slice(code.indexOf('#')) : pathOfLink(code)

export default function CodeScanner({ onClose }: { onClose: () => void }) {
  const [, navigate] = useLocation()
  return (
    <ScannerDialog
      title={text('team.scan.title')}
      accepts={(code) => placeIn(code) !== undefined}
      otherCode={text('team.scan.otherCode')}
      onClose={onClose}
      onFound={(code) => {
        onClose()
        const place = placeIn(code)
        if (place !== undefined) navigate(place)
      }}
    />
  )
}
