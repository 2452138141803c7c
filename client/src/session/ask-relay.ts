// Asking a relay over HTTP from a browser: nothing but what was asked for goes along, and nothing endless comes back.
import { BLOB_GENERATION, concatBytes, LIMITS } from '@yokoten/shared/sync'
import type { AskRelay } from './ports'

/** A whole file over a slow network. */
const PATIENCE_MS = 120_000

async function readBounded(response: Response): Promise<Uint8Array> {
  const reader = response.body?.getReader()
  const parts: Uint8Array[] = []
  let size = 0
  for (let part = await reader?.read(); part?.value; part = await reader?.read()) {
    size += part.value.length
    if (size > LIMITS.blobBytes) {
      await reader?.cancel()
      throw new Error('more than a file')
    }
    parts.push(part.value)
  }
  return concatBytes(...parts)
}

export const askRelay: AskRelay = async (url, { method, authorization, body }) => {
  const response = await fetch(url, {
    method,
    headers: { Authorization: authorization },
    ...(body && { body: body as Uint8Array<ArrayBuffer> }),
    cache: 'no-store',
    credentials: 'omit',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    signal: AbortSignal.timeout(PATIENCE_MS),
  })
  return {
    status: response.status,
    generation: response.headers.get(BLOB_GENERATION) ?? undefined,
    bytes: await readBounded(response),
  }
}
