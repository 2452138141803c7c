// Scanning a code inside the app: with the camera, or from a picture where the camera is out of reach.
import { ImageUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { text } from '../../text'
import type { TextId } from '../../text'
import { Button } from '../button'
import { Dialog } from '../dialog'
import { closeCamera, openCamera } from './camera'
import type { CameraRefused } from './camera'
import { createQrReader } from './qr-reader'
import styles from './scanner-dialog.module.css'

interface ScannerDialogProps {
  readonly title: string
  /** Whether this is a code that is looked for; others are passed over with `otherCode`. */
  readonly accepts: (code: string) => boolean
  /** Says that a code was read that is none of those looked for. */
  readonly otherCode: string
  /** What else can be done. */
  readonly note?: string
  readonly onFound: (code: string) => void
  readonly onClose: () => void
}

const REFUSALS: Readonly<Record<CameraRefused['reason'], TextId>> = {
  insecure: 'design.scan.insecure',
  'no-camera': 'design.scan.noCamera',
  denied: 'design.scan.denied',
  'in-use': 'design.scan.inUse',
}

/** Looks a few times a second: a phone that decodes every frame grows hot. */
const PAUSE_MS = 120

export default function ScannerDialog({
  title,
  accepts,
  otherCode,
  note,
  onFound,
  onClose,
}: ScannerDialogProps) {
  const video = useRef<HTMLVideoElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [hint, setHint] = useState<TextId | 'other'>('design.scan.starting')
  const [isLooking, setLooking] = useState(false)
  const asked = useRef({ accepts, onFound })
  useEffect(() => {
    asked.current = { accepts, onFound }
  }, [accepts, onFound])

  useEffect(() => {
    let isGone = false
    let stream: MediaStream | undefined
    let timer: ReturnType<typeof setTimeout> | undefined

    async function look() {
      const camera = await openCamera()
      if (!camera.ok) {
        if (!isGone) setHint(REFUSALS[camera.error.reason])
        return
      }
      stream = camera.value
      const screen = video.current
      if (isGone || !screen) return closeCamera(stream)
      screen.srcObject = stream
      await screen.play().catch(() => undefined)
      const reader = await createQrReader()
      setHint('design.scan.hold')
      setLooking(true)
      const next = async () => {
        const code = await reader.read(screen)
        if (isGone) return
        if (code !== undefined && asked.current.accepts(code)) return asked.current.onFound(code)
        if (code !== undefined) setHint('other')
        timer = setTimeout(() => void next(), PAUSE_MS)
      }
      await next()
    }
    void look()
    return () => {
      isGone = true
      clearTimeout(timer)
      if (stream) closeCamera(stream)
    }
  }, [])

  async function readPicture(file: File) {
    try {
      const picture = await createImageBitmap(file)
      const code = await (await createQrReader()).read(picture)
      picture.close()
      if (code !== undefined && accepts(code)) onFound(code)
      else setHint(code === undefined ? 'design.scan.noCode' : 'other')
    } catch {
      setHint('design.scan.noPicture')
    }
  }

  return (
    <Dialog isOpen title={title} onClose={onClose}>
      <div className={styles.scanner}>
        <video
          ref={video}
          className={styles.video}
          data-looking={isLooking || undefined}
          muted
          playsInline
          aria-hidden
        />
        <p role="status">{hint === 'other' ? otherCode : text(hint)}</p>
        <Button icon={ImageUp} onPress={() => picker.current?.click()}>
          {text('design.scan.picture')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          hidden
          aria-label={text('design.scan.picture')}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void readPicture(file)
          }}
        />
        {note !== undefined && <p className={styles.note}>{note}</p>}
      </div>
    </Dialog>
  )
}
