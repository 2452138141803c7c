// Opens the stop sheet where the address says that a station's code was scanned, and takes that out of the address.
import { useEffect } from 'react'
import { useSearchParams } from 'wouter'
import { useBoardUi } from '../ui-store'
import { stopIn, withoutStop } from './stop-link'

export function StopFromLink() {
  const [search, setSearch] = useSearchParams()
  const station = stopIn(search)
  useEffect(() => {
    if (station === null) return
    useBoardUi.getState().open({ kind: 'stop', card: undefined, station })
    setSearch(withoutStop, { replace: true })
  }, [station, setSearch])
  return null
}
