// A place to drop a file onto, and a button that chooses one.
import { FileUp } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../design/button'
import { text } from '../../text'
import styles from './import-dialog.module.css'

export function FileBox({ onFile }: { onFile: (file: File) => void }) {
  const picker = useRef<HTMLInputElement>(null)
  const [isOver, setOver] = useState(false)
  return (
    <div
      className={styles.box}
      data-over={isOver || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      }}
    >
      <Button look="main" icon={FileUp} onPress={() => picker.current?.click()}>
        {text('transfer.choose')}
      </Button>
      <span className={styles.note}>{text('transfer.drop')}</span>
      <input
        ref={picker}
        type="file"
        accept=".json,.jsonl,.csv,.tsv,.txt,.xml,.boardarchive,.zip"
        hidden
        aria-label={text('transfer.choose')}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) onFile(file)
        }}
      />
    </div>
  )
}
