// Makes a photo small enough to share: decoded, scaled and encoded anew, which leaves out the place it was taken at.

export interface ShrunkPhoto {
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly type: string
  readonly width: number
  readonly height: number
}

/** Longest edge in pixels: a nameplate or a drawing on a wall is still readable, at 200 to 500 kB. */
const LONGEST_EDGE = 1_920
const QUALITY = 0.82
/** Every browser writes and reads it; WebP is silently written as PNG where a browser cannot. */
const TYPE = 'image/jpeg'

/** Width and height scaled down, never up, to the longest edge. */
export function fitEdges(
  width: number,
  height: number,
  longest = LONGEST_EDGE,
): { readonly width: number; readonly height: number } {
  const by = Math.min(1, longest / Math.max(width, height, 1))
  const scaled = (edge: number) => Math.max(1, Math.round(edge * by))
  return { width: scaled(width), height: scaled(height) }
}

function encode(bitmap: ImageBitmap, width: number, height: number): Promise<Blob | null> {
  const draw = (context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D | null) => {
    if (!context) return
    // What is transparent would turn black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, width, height)
    context.imageSmoothingQuality = 'high'
    context.drawImage(bitmap, 0, 0, width, height)
  }
  if (typeof OffscreenCanvas === 'function') {
    const canvas = new OffscreenCanvas(width, height)
    draw(canvas.getContext('2d'))
    return canvas.convertToBlob({ type: TYPE, quality: QUALITY })
  }
  const canvas = Object.assign(document.createElement('canvas'), { width, height })
  draw(canvas.getContext('2d'))
  return new Promise((resolve) => canvas.toBlob(resolve, TYPE, QUALITY))
}

/** Undefined where this browser cannot read the picture, or cannot write one in a form that is known to be clean. */
export async function shrinkPhoto(photo: Blob): Promise<ShrunkPhoto | undefined> {
  let bitmap: ImageBitmap | undefined
  try {
    bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' })
    const { width, height } = fitEdges(bitmap.width, bitmap.height)
    const encoded = await encode(bitmap, width, height)
    if (encoded?.type !== TYPE) return undefined
    return { bytes: new Uint8Array(await encoded.arrayBuffer()), type: TYPE, width, height }
  } catch {
    return undefined
  } finally {
    bitmap?.close()
  }
}
