// What the browser says about keeping the data, in words, and how to ask it.
import { useCallback, useEffect, useState } from 'react'
import type { TextId, TextValues } from '../text'
import type { AppDevice } from './device-context'

interface StorageAnswer {
  readonly words: TextId
  readonly values?: TextValues
  readonly mayAsk: boolean
}

type Known = 'granted' | 'denied' | 'unsupported' | 'not-asked' | 'unknown'

const answers: Readonly<Record<Known, StorageAnswer>> = {
  unknown: { words: 'app.settings.storageUnknown', mayAsk: false },
  'not-asked': { words: 'app.settings.storageNotAsked', mayAsk: true },
  granted: { words: 'app.settings.storageGranted', mayAsk: false },
  denied: { words: 'app.settings.storageDenied', mayAsk: true },
  unsupported: { words: 'app.settings.storageUnsupported', mayAsk: false },
}

export function useStorageAnswer(device: AppDevice): { answer: StorageAnswer; ask: () => Promise<void> } {
  const [known, setKnown] = useState<Known>('unknown')
  useEffect(() => {
    let gone = false
    // Outside a secure context the browser has no such thing, whatever the types say.
    const storage = (navigator as { storage?: StorageManager }).storage
    if (!storage?.persisted) setKnown('unsupported')
    else
      void storage.persisted().then((isKept) => {
        if (!gone) setKnown(isKept ? 'granted' : 'not-asked')
      })
    return () => {
      gone = true
    }
  }, [])
  const ask = useCallback(async () => setKnown(await device.askToPersist()), [device])
  return { answer: answers[known], ask }
}
