// What hangs on a card or blocker: photos as small pictures, then the other files.
import { useMemo, useState } from 'react'
import { filesOf } from '@yokoten/shared/board'
import type { Attached, FileHolder } from '@yokoten/shared/board'
import { FileLine } from './file-line'
import { PhotoTile } from './photo-tile'
import { PhotoView } from './photo-view'
import { isShown } from './prepare-file'
import styles from './files.module.css'

interface FileListProps {
  readonly files: Readonly<Record<string, Attached>>
  readonly holder: FileHolder
}

export function FileList({ files, holder }: FileListProps) {
  const all = useMemo(() => filesOf({ files }), [files])
  const [open, setOpen] = useState<string>()
  const photos = all.filter(({ type }) => isShown(type))
  const others = all.filter(({ type }) => !isShown(type))
  const shown = photos.find(({ file }) => file === open)
  return (
    <>
      {photos.length > 0 && (
        <ul className={styles.tiles}>
          {photos.map((photo) => (
            <li key={photo.file}>
              <PhotoTile photo={photo} onOpen={() => setOpen(photo.file)} />
            </li>
          ))}
        </ul>
      )}
      {others.length > 0 && (
        <ul className={styles.lines}>
          {others.map((file) => (
            <FileLine key={file.file} file={file} holder={holder} />
          ))}
        </ul>
      )}
      {shown && <PhotoView photo={shown} holder={holder} onClose={() => setOpen(undefined)} />}
    </>
  )
}
