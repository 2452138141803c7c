import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeLog } from './test-support/log-suite'
import { openEmbeddedStore } from './embedded'

describeLog('log on lmdb', async () => {
  const top = mkdtempSync(join(tmpdir(), 'yokoten-log-'))
  const folder = join(top, 'log')
  let copies = 0
  return {
    open: () => openEmbeddedStore(folder),
    copy: async () => {
      const copy = join(top, `copy-${++copies}`)
      cpSync(folder, copy, { recursive: true })
      return () => openEmbeddedStore(copy)
    },
    cleanUp: async () => rmSync(top, { recursive: true, force: true }),
  }
})
