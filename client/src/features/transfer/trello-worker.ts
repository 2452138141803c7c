// The import worker as seen from the page: one for one file, ended when the file is done with or given up.
import type { Result } from '@yokoten/shared/kernel'
import type { TrelloImportOptions, TrelloRefused, TrelloSummary } from '@yokoten/shared/transfer/trello'
import type { TrelloRequest, TrelloResponse } from './trello-protocol'

export interface TrelloWorker {
  /** Rejects where the file could not be read to its end. */
  read(file: Blob, options: TrelloImportOptions): Promise<Result<TrelloSummary, TrelloRefused>>
  /** Rejects where the board could not be built, e.g. for want of memory. */
  build(onStep: (done: number, of: number) => void): Promise<Uint8Array>
  /** Ends the work wherever it is. Nothing has been written. */
  end(): void
}

export function startTrelloWorker(): TrelloWorker {
  const worker = new Worker(new URL('./trello.worker.ts', import.meta.url), { type: 'module' })
  const ask = <T>(request: TrelloRequest, take: (response: TrelloResponse) => T | undefined): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message))
      worker.onmessage = ({ data }: MessageEvent<TrelloResponse>) => {
        if (data.kind === 'failed') return reject(new Error('The import worker could not finish.'))
        const taken = take(data)
        if (taken !== undefined) resolve(taken)
      }
      worker.postMessage(request)
    })
  return {
    read: (file, options) =>
      ask({ kind: 'read', file, options }, (response) =>
        response.kind === 'read' ? response.result : undefined,
      ),
    build: (onStep) =>
      ask({ kind: 'build' }, (response) => {
        if (response.kind === 'progress') onStep(response.done, response.of)
        return response.kind === 'built' ? response.update : undefined
      }),
    end: () => worker.terminate(),
  }
}
