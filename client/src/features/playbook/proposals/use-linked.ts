// The name and address of what a link names, looked up in its room while a screen shows it.
import { useEffect, useState } from 'react'
import { useProposalTools } from './tools'
import type { LinkedThing } from './tools'

/** Undefined while it is looked up, null where it is not known here. */
export function useLinked(link: string): LinkedThing | null | undefined {
  const tools = useProposalTools()
  const [found, setFound] = useState<{ readonly link: string; readonly thing: LinkedThing | null }>()
  useEffect(() => {
    let isGone = false
    void tools
      .linked(link)
      .catch(() => undefined)
      .then((thing) => !isGone && setFound({ link, thing: thing ?? null }))
    return () => {
      isGone = true
    }
  }, [tools, link])
  return found?.link === link ? found.thing : undefined
}
