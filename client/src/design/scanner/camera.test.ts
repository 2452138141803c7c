// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { openCamera } from './camera'

afterEach(() => vi.unstubAllGlobals())

function stub(isSecureContext: boolean, getUserMedia: (() => Promise<MediaStream>) | undefined) {
  vi.stubGlobal('isSecureContext', isSecureContext)
  vi.stubGlobal('navigator', { mediaDevices: getUserMedia && { getUserMedia } })
}
const failing = (name: string) => () => Promise.reject(new DOMException('no', name))
const reason = async () => {
  const camera = await openCamera()
  return camera.ok ? undefined : camera.error.reason
}

describe('camera', () => {
  it('is refused with the one reason that helps', async () => {
    stub(false, undefined)
    expect(await reason()).toBe('insecure')
    stub(true, undefined)
    expect(await reason()).toBe('no-camera')
    for (const [name, expected] of [
      ['NotAllowedError', 'denied'],
      ['NotFoundError', 'no-camera'],
      ['OverconstrainedError', 'no-camera'],
      ['NotReadableError', 'in-use'],
    ] as const) {
      stub(true, failing(name))
      expect(await reason()).toBe(expected)
    }
  })
})
