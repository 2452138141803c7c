// Reads QR codes from pictures: the browser's own detector where there is one, else a bundled one, loaded when needed.

export interface QrReader {
  /** The text of the first code in the picture, or undefined. */
  read(picture: ImageBitmapSource): Promise<string | undefined>
}

interface Detector {
  detect(picture: ImageBitmapSource): Promise<readonly { readonly rawValue: string }[]>
}
interface DetectorKind {
  new (options: { formats: 'qr_code'[] }): Detector
  getSupportedFormats(): Promise<readonly string[]>
}

const readWith = (detector: Detector): QrReader => ({
  async read(picture) {
    try {
      return (await detector.detect(picture))[0]?.rawValue
    } catch {
      // A frame that is not there yet, or a picture without a readable code.
      return undefined
    }
  },
})

/** The platform's detector exists on some systems without being able to read QR codes: it is asked. */
async function platformDetector(): Promise<Detector | undefined> {
  const Kind = (globalThis as { BarcodeDetector?: DetectorKind }).BarcodeDetector
  if (!Kind) return undefined
  try {
    const formats = await Kind.getSupportedFormats()
    return formats.includes('qr_code') ? new Kind({ formats: ['qr_code'] }) : undefined
  } catch {
    return undefined
  }
}

export async function createQrReader(): Promise<QrReader> {
  const detector = await platformDetector()
  if (detector) return readWith(detector)
  const { BarcodeDetector } = await import('qr/decode.js')
  return readWith(new BarcodeDetector({ formats: ['qr_code'] }))
}
