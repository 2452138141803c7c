// Reads a file and builds the board away from the screen.
import { createImportJob } from './import-job'
import type { ImportJob } from './import-job'
import type { ImportRequest, ImportResponse } from './import-protocol'

let job: ImportJob | undefined

const answer = (response: ImportResponse): void => self.postMessage(response)

async function work(request: ImportRequest): Promise<unknown> {
  if (request.call === 'open') {
    job = createImportJob(request.options)
    return job.open(new Uint8Array(await request.file.arrayBuffer()), request.name)
  }
  if (!job) throw new Error('Open a file first.')
  switch (request.call) {
    case 'choose':
      return job.choose(...request.args)
    case 'rewrite':
      return job.rewrite(...request.args)
    case 'map':
      return job.map(...request.args)
    case 'build':
      return job.build((done, of) => answer({ kind: 'progress', done, of }))
    case 'match':
      return job.match(...request.args)
    case 'join':
      return job.join(...request.args)
    case 'part':
      return job.part(...request.args)
  }
}

self.onmessage = ({ data }: MessageEvent<ImportRequest>) => {
  work(data).then(
    (value) => answer({ kind: 'result', value }),
    () => answer({ kind: 'failed' }),
  )
}
