// A page onto which a file can be dropped.
import { useState } from 'react'
import type { DragEvent } from 'react'

interface FileDrop {
  readonly isOver: boolean
  readonly props: {
    readonly onDragOver: (event: DragEvent) => void
    readonly onDragLeave: (event: DragEvent) => void
    readonly onDrop: (event: DragEvent) => void
  }
}

const carriesFiles = (event: DragEvent): boolean => event.dataTransfer.types.includes('Files')

/** Handlers for the element that takes the drop; only the first file counts. */
export function useFileDrop(onFile: (file: File) => void): FileDrop {
  const [isOver, setOver] = useState(false)
  return {
    isOver,
    props: {
      onDragOver(event) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(true)
      },
      onDragLeave(event) {
        if (event.currentTarget === event.target) setOver(false)
      },
      onDrop(event) {
        if (!carriesFiles(event)) return
        event.preventDefault()
        setOver(false)
        const file = event.dataTransfer.files[0]
        if (file) onFile(file)
      },
    },
  }
}
