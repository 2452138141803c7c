// Says that a newer version is here and asks; it never reloads by itself, and never under an edit.
import { useState } from 'react'
import { Button } from '../design/button'
import type { Updates } from '../pwa/updates'
import { useReadable } from '../react'
import { text } from '../text'
import styles from './update-prompt.module.css'

export function UpdatePrompt({ updates }: { updates: Updates }) {
  const state = useReadable(updates)
  const [isLater, setLater] = useState(false)
  const isShown = state === 'agreed' || (state === 'ready' && !isLater)
  return (
    <div role="status">
      {isShown && (
        <div className={styles.prompt}>
          <p>{text(state === 'agreed' ? 'app.update.waits' : 'app.update.ready')}</p>
          {state === 'ready' && (
            <>
              <Button look="quiet" onPress={() => setLater(true)}>
                {text('app.update.later')}
              </Button>
              <Button onPress={() => updates.agree()}>{text('app.update.now')}</Button>
            </>
          )}
        </div>
      )}
    </div>
  )
}
