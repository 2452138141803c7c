// Scanning a station's printed code from the stop sheet: that station is chosen, or its own board opens.
import { ScanLine } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { useLocation } from 'wouter'
import { Button } from '../../../design/button'
import { text } from '../../../text'
import { useBoardUi } from '../ui-store'
import { stationOf, stopLink } from './stop-link'

const ScannerDialog = lazy(() => import('../../../design/scanner/scanner-dialog'))

/** `onStation`: a station of this board was scanned. */
export function ScanStation({ onStation }: { onStation: (station: string) => void }) {
  const [path, navigate] = useLocation()
  const [isScanning, setScanning] = useState(false)
  const follow = (code: string) => {
    setScanning(false)
    const found = stationOf(code)
    if (!found) return
    if (found.board === path) return onStation(found.station)
    useBoardUi.getState().open(undefined)
    const { pathname, search } = new URL(stopLink(new URL(found.board, location.origin).href, found.station))
    navigate(pathname + search)
  }
  return (
    <>
      <Button icon={ScanLine} onPress={() => setScanning(true)}>
        {text('board.stop.scan')}
      </Button>
      <Suspense>
        {isScanning && (
          <ScannerDialog
            title={text('board.stop.scan')}
            accepts={(code) => stationOf(code) !== undefined}
            otherCode={text('board.stop.otherCode')}
            onClose={() => setScanning(false)}
            onFound={follow}
          />
        )}
      </Suspense>
    </>
  )
}
