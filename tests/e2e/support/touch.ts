// Fingers on a phone, through the browser's own input, so that scrolling and gestures are real.
import type { CDPSession, Locator, Page } from '@playwright/test'

interface Point {
  readonly x: number
  readonly y: number
}

export async function middleOf(locator: Locator): Promise<Point> {
  const box = await locator.boundingBox()
  if (!box) throw new Error('nothing to touch')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

export interface Fingers {
  /** One finger that moves at once, which scrolls what lies under it. */
  swipe(from: Point, by: { readonly x?: number; readonly y?: number }): Promise<void>
  /** Two fingers apart (above 1) or together. */
  pinch(at: Point, scaleFactor: number): Promise<void>
  down(at: Point): Promise<void>
  /** Moves the finger that is down, in small steps. */
  move(from: Point, to: Point): Promise<void>
  up(): Promise<void>
}

export async function fingersOn(page: Page): Promise<Fingers> {
  const input: CDPSession = await page.context().newCDPSession(page)
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    input.send('Input.dispatchTouchEvent', { type, touchPoints: points })
  const fingers: Fingers = {
    async swipe(from, by) {
      await fingers.down(from)
      await fingers.move(from, { x: from.x + (by.x ?? 0), y: from.y + (by.y ?? 0) })
      await fingers.up()
    },
    async pinch({ x, y }, scaleFactor) {
      await input.send('Input.synthesizePinchGesture', { x, y, scaleFactor, gestureSourceType: 'touch' })
    },
    async down(at) {
      await touch('touchStart', [at])
    },
    async move(from, to) {
      const steps = 8
      for (let step = 1; step <= steps; step++)
        await touch('touchMove', [
          {
            x: from.x + ((to.x - from.x) * step) / steps,
            y: from.y + ((to.y - from.y) * step) / steps,
          },
        ])
    },
    async up() {
      await touch('touchEnd', [])
    },
  }
  return fingers
}
