// Scanning an invitation inside the app: with the camera, or from a picture where the camera is out of reach.
import { ImageUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Button } from '../../../design/button'
import { Dialog } from '../../../design/dialog'
import { text } from '../../../text'
import type { TextId } from '../../../text'
import { closeCamera, openCamera } from './camera'
import type { CameraRefused } from './camera'
import { createQrReader } from './qr-reader'
import styles from './scanner-dialog.module.css'

interface ScannerDialogProps {
  readonly onFound: (invitation: string) => void
  readonly onClose: () => void
}

const REFUSALS: Readonly<Record<CameraRefused['reason'], TextId>> = {
  insecure: 'team.scan.insecure',
  'no-camera': 'team.scan.noCamera',
  denied: 'team.scan.denied',
  'in-use': 'team.scan.inUse',
}

/** Looks a few times a second: a phone that decodes every frame grows hot. */
const PAUSE_MS = 120

/** A code that could be an invitation; whether it is one is for the device to say. */
export const looksLikeInvitation = (code: string): boolean => /#[ev]\.[\w-]{20,}/.test(code)

export default function ScannerDialog({ onFound, onClose }: ScannerDialogProps) {
  const video = useRef<HTMLVideoElement>(null)
  const picker = useRef<HTMLInputElement>(null)
  const [hint, setHint] = useState<TextId>('team.scan.starting')
  const [isLooking, setLooking] = useState(false)
  const found = useRef(onFound)
  useEffect(() => {
    found.current = onFound
  }, [onFound])

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
      setHint('team.scan.hold')
      setLooking(true)
      const next = async () => {
        const code = await reader.read(screen)
        if (isGone) return
        if (code !== undefined && looksLikeInvitation(code)) return found.current(code)
        if (code !== undefined) setHint('team.scan.otherCode')
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
      if (code !== undefined && looksLikeInvitation(code)) onFound(code)
      else setHint(code === undefined ? 'team.scan.noCode' : 'team.scan.otherCode')
    } catch {
      setHint('team.scan.noPicture')
    }
  }

  return (
    <Dialog isOpen title={text('team.scan.title')} onClose={onClose}>
      <div className={styles.scanner}>
        <video
          ref={video}
          className={styles.video}
          data-looking={isLooking || undefined}
          muted
          playsInline
          aria-hidden
        />
        <p role="status">{text(hint)}</p>
        <Button icon={ImageUp} onPress={() => picker.current?.click()}>
          {text('team.scan.picture')}
        </Button>
        <input
          ref={picker}
          type="file"
          accept="image/*"
          hidden
          aria-label={text('team.scan.picture')}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void readPicture(file)
          }}
        />
        <p className={styles.note}>{text('team.scan.orPaste')}</p>
      </div>
    </Dialog>
  )
}
