// Files that are pasted or dropped anywhere on the page go to whatever is open on top and takes files.
import { useEffect, useRef, useState } from 'react'

type Take = (files: readonly File[]) => void
interface Taker {
  readonly take: Take
  readonly show: (isOver: boolean) => void
}

/** The last one is on top. */
const takers: Taker[] = []

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))
const hasFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false

function onDrag(event: DragEvent) {
  if (!hasFiles(event.dataTransfer)) return
  // Without it the browser would leave the app and open the file.
  event.preventDefault()
  const isLeaving = event.type === 'dragleave' && event.relatedTarget === null
  takers.at(-1)?.show(event.type === 'dragover' || (event.type === 'dragleave' && !isLeaving))
  if (event.type !== 'drop') return
  const files = [...(event.dataTransfer?.files ?? [])]
  if (files.length > 0) takers.at(-1)?.take(files)
}

function onPaste(event: ClipboardEvent) {
  const files = [...(event.clipboardData?.files ?? [])]
  // A piece of a document comes as words and as a picture of them: in a text, the words are meant.
  const isWords = isTyping(event.target) && (event.clipboardData?.types.includes('text/plain') ?? false)
  if (files.length === 0 || isWords) return
  event.preventDefault()
  takers.at(-1)?.take(files)
}

const EVENTS = ['dragover', 'dragleave', 'drop'] as const
function listen() {
  for (const name of EVENTS) document.addEventListener(name, onDrag)
  document.addEventListener('paste', onPaste)
}
function stopListening() {
  for (const name of EVENTS) document.removeEventListener(name, onDrag)
  document.removeEventListener('paste', onPaste)
}

/** True while files are held over the page, for whoever would take them. `take` undefined: takes none. */
export function useDroppedFiles(take: Take | undefined): boolean {
  const [isOver, setOver] = useState(false)
  const latest = useRef(take)
  useEffect(() => {
    latest.current = take
  })
  const takes = take !== undefined
  useEffect(() => {
    if (!takes) return
    const own: Taker = { take: (files) => latest.current?.(files), show: setOver }
    if (takers.length === 0) listen()
    takers.push(own)
    return () => {
      takers.splice(takers.indexOf(own), 1)
      if (takers.length === 0) stopListening()
    }
  }, [takes])
  return isOver && takes
}
