// Choosing files: a photo straight from the camera where there is one at hand, or any file of this device.
import { Camera, Paperclip } from 'lucide-react'
import { FileTrigger } from 'react-aria-components/FileTrigger'
import { Button } from '../../../design/button'
import { useCoarsePointer } from '../../../design/use-media'
import { text } from '../../../text'

interface ChooseProps {
  readonly onFiles: (files: readonly File[]) => void
}

const chosen = (onFiles: ChooseProps['onFiles']) => (files: FileList | null) => {
  if (files && files.length > 0) onFiles([...files])
}

/** Opens the camera on a phone or tablet, and pictures of this device elsewhere. */
export function PhotoButton({ onFiles }: ChooseProps) {
  const isHandheld = useCoarsePointer()
  return (
    <FileTrigger
      acceptedFileTypes={['image/*']}
      allowsMultiple={!isHandheld}
      {...(isHandheld && { defaultCamera: 'environment' as const })}
      onSelect={chosen(onFiles)}
    >
      <Button icon={Camera}>{text(isHandheld ? 'board.file.takePhoto' : 'board.file.addPhoto')}</Button>
    </FileTrigger>
  )
}

export function FileButton({ onFiles }: ChooseProps) {
  return (
    <FileTrigger allowsMultiple onSelect={chosen(onFiles)}>
      <Button icon={Paperclip}>{text('board.file.addFile')}</Button>
    </FileTrigger>
  )
}
