// The camera, or the plain reason why there is none.
import { ok, refused } from '@yokoten/shared/kernel'
import type { Result } from '@yokoten/shared/kernel'

export type CameraRefused = { readonly reason: 'insecure' | 'no-camera' | 'denied' | 'in-use' }

const REASONS: Readonly<Record<string, CameraRefused['reason']>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
}

/** Asks for the camera that looks away from the person. Its tracks must be stopped by the caller. */
export async function openCamera(): Promise<Result<MediaStream, CameraRefused>> {
  const devices: MediaDevices | undefined = navigator.mediaDevices
  if (!devices) return refused({ reason: window.isSecureContext ? 'no-camera' : 'insecure' })
  try {
    return ok(
      await devices.getUserMedia({
        audio: false,
        video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } },
      }),
    )
  } catch (cause) {
    const name = cause instanceof Error ? cause.name : ''
    return refused({ reason: REASONS[name] ?? 'no-camera' })
  }
}

export function closeCamera(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}
