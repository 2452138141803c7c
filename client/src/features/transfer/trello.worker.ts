// Reads a Trello file and builds the board away from the screen.
import { createTrelloJob } from './trello-job'
import type { TrelloJob } from './trello-job'
import type { TrelloRequest, TrelloResponse } from './trello-protocol'

let job: TrelloJob | undefined

const answer = (response: TrelloResponse): void => self.postMessage(response)

async function work(request: TrelloRequest): Promise<TrelloResponse> {
  if (request.kind === 'read') {
    job = createTrelloJob(request.options)
    return { kind: 'read', result: job.read(await request.file.text()) }
  }
  if (!job) return { kind: 'failed' }
  return { kind: 'built', update: job.build((done, of) => answer({ kind: 'progress', done, of })) }
}

self.onmessage = ({ data }: MessageEvent<TrelloRequest>) => {
  work(data).then(answer, () => answer({ kind: 'failed' }))
}
