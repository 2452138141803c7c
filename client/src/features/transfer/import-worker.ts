// The import worker as seen from the page: one for one file, ended when the file is done with or given up.
import type { ImportJob, ImportOptions } from './import-job'
import type { ImportRequest, ImportResponse } from './import-protocol'

/** Each call waits for the one before; all reject where the work could not be done, e.g. for want of memory. */
export interface ImportWorker {
  open(file: File, options: ImportOptions): Promise<ReturnType<ImportJob['open']>>
  choose(...args: Parameters<ImportJob['choose']>): Promise<ReturnType<ImportJob['choose']>>
  rewrite(...args: Parameters<ImportJob['rewrite']>): Promise<ReturnType<ImportJob['rewrite']>>
  map(...args: Parameters<ImportJob['map']>): Promise<ReturnType<ImportJob['map']>>
  build(onStep: (done: number, of: number) => void): Promise<Uint8Array>
  match(...args: Parameters<ImportJob['match']>): Promise<ReturnType<ImportJob['match']>>
  join(...args: Parameters<ImportJob['join']>): Promise<ReturnType<ImportJob['join']>>
  part(...args: Parameters<ImportJob['part']>): Promise<ReturnType<ImportJob['part']>>
  /** Ends the work wherever it is. Nothing has been written. */
  end(): void
}

export function startImportWorker(): ImportWorker {
  const worker = new Worker(new URL('./import.worker.ts', import.meta.url), { type: 'module' })
  let last: Promise<unknown> = Promise.resolve()
  const send = <T>(request: ImportRequest, onStep?: (done: number, of: number) => void): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      worker.onerror = (event) => reject(new Error(event.message))
      worker.onmessage = ({ data }: MessageEvent<ImportResponse>) => {
        if (data.kind === 'failed') reject(new Error('The import worker could not finish.'))
        else if (data.kind === 'progress') onStep?.(data.done, data.of)
        // The worker runs the same job whose types these are.
        else resolve(data.value as T)
      }
      worker.postMessage(request)
    })
  const ask = <T>(request: ImportRequest, onStep?: (done: number, of: number) => void): Promise<T> => {
    const answer = last.then(() => send<T>(request, onStep))
    last = answer.catch(() => undefined)
    return answer
  }
  return {
    open: (file, options) => ask({ call: 'open', file, name: file.name, options }),
    choose: (...args) => ask({ call: 'choose', args }),
    rewrite: (...args) => ask({ call: 'rewrite', args }),
    map: (...args) => ask({ call: 'map', args }),
    build: (onStep) => ask({ call: 'build' }, onStep),
    match: (...args) => ask({ call: 'match', args }),
    join: (...args) => ask({ call: 'join', args }),
    part: (...args) => ask({ call: 'part', args }),
    end: () => worker.terminate(),
  }
}
