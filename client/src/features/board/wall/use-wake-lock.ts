// Keeps the screen on while the wall is shown, where the browser can: asked for again whenever the page is seen again.
import { useEffect } from 'react'

export function useWakeLock(): void {
  useEffect(() => {
    const wakeLock: Partial<Navigator>['wakeLock'] = navigator.wakeLock
    if (!wakeLock) return
    let held: WakeLockSentinel | undefined
    let gone = false
    const ask = () => {
      if (document.visibilityState !== 'visible' || (held && !held.released)) return
      // A device that saves power may refuse; the wall works all the same.
      wakeLock.request('screen').then(
        (sentinel) => {
          if (gone) void sentinel.release()
          else held = sentinel
        },
        () => undefined,
      )
    }
    ask()
    document.addEventListener('visibilitychange', ask)
    return () => {
      gone = true
      document.removeEventListener('visibilitychange', ask)
      void held?.release()
    }
  }, [])
}
